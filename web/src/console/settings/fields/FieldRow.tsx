import { Code, Switch, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Fields.module.css";
import type { UserField } from "../queries";

const FLAGS = ["editable_by_user", "visible_in_console", "visible_in_personal_center"] as const;

interface FieldRowProps {
  field: UserField;
  may: boolean;
  change: (name: string, changed: Partial<UserField>) => Promise<void>;
}

/** A field: its label is saved when it is left, its switches at once. */
export function FieldRow({ field, may, change }: FieldRowProps) {
  const { t } = useTranslation("settings");
  const [label, setLabel] = useState(field.label);
  const [saving, setSaving] = useState<string>();
  async function send(what: string, changed: Partial<UserField>) {
    setSaving(what);
    await change(field.name, changed);
    setSaving(undefined);
  }
  async function keep() {
    if (label === field.label) return;
    // An empty label goes back to the one it had at first.
    await send("label", { label: (label.trim() || null) as string });
  }
  return (
    <Table.Tr>
      <Table.Td>
        <TextInput
          size="xs"
          classNames={{ input: classes["label"] ?? "" }}
          aria-label={t("fields.labelOf", { field: field.name })}
          value={label}
          disabled={!may}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            if (event.key === "Escape") setLabel(field.label);
          }}
        />
      </Table.Td>
      <Table.Td>
        <Code>{field.name}</Code>
        <Text size="xs" c="dimmed">
          {t(`fieldType.${field.type}`)}
          {field.unique && ` · ${t("fields.unique")}`}
        </Text>
      </Table.Td>
      {FLAGS.map((flag) => (
        <Table.Td key={flag}>
          <Switch
            size="sm"
            aria-label={t("fields.flagOf", { flag: t(`fields.${flag}`), field: field.label })}
            checked={field[flag]}
            disabled={!may || saving === flag}
            onChange={(event) => void send(flag, { [flag]: event.currentTarget.checked })}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
