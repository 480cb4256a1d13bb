import { ActionIcon, Code, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconCode, IconHelp } from "@tabler/icons-react";
import { useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import classes from "./UserList.module.css";

interface QueryFieldProps {
  value: string;
  change: (q: string) => void;
  /** What the API says is wrong with it. */
  error: string | undefined;
  field: RefObject<HTMLInputElement | null>;
}

/** The query language, written by hand; Enter or leaving the field asks. */
export function QueryField({ value, change, error, field }: QueryFieldProps) {
  const { t } = useTranslation("users");
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by itself, by the back button for example.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const send = () => text.trim() !== value && change(text.trim());
  return (
    <TextInput
      ref={field}
      className={classes["query"]}
      aria-label={t("list.query")}
      placeholder="status:suspended AND last_login:[2026-01 TO *]"
      leftSection={<IconCode size={16} aria-hidden />}
      rightSection={<QueryHelp />}
      value={text}
      error={error}
      maxLength={1024}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key === "Enter") send();
      }}
    />
  );
}

const DIALOG = { role: "dialog" };

const EXAMPLES: [string, string][] = [
  ["name", 'name:"Ada Lovelace"'],
  ["begins", "email:ada*"],
  ["parts", "name:*love*"],
  ["either", "status:(suspended OR deactivated)"],
  ["range", "last_login:[2026-01-01 TO 2026-03-31]"],
  ["missing", "NOT _exists_:phone_number"],
  ["metadata", 'app_metadata.plan:"pro"'],
];

function QueryHelp() {
  const { t } = useTranslation("users");
  return (
    <Popover width={340} position="bottom-end" shadow="md" withRoles={false} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("list.queryHelp")} aria-haspopup="dialog">
          <IconHelp size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown {...DIALOG} aria-label={t("list.queryHelp")} tabIndex={-1} data-autofocus>
        <Stack gap="xs">
          {EXAMPLES.map(([name, example]) => (
            <div key={name}>
              <Text size="xs" c="dimmed">
                {t(`list.example.${name}`)}
              </Text>
              <Code>{example}</Code>
            </div>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
