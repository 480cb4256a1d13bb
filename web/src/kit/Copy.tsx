import { ActionIcon, Code, CopyButton, Group, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** A button that copies a text. */
export function Copy({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("action.copied") : t("action.copyWhat", { what })}>
          <ActionIcon
            variant="subtle"
            color={copied ? "teal" : "gray"}
            size="sm"
            onClick={copy}
            aria-label={t("action.copyWhat", { what })}
          >
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** An id or a secret that people copy. */
export function Copyable({ text, what }: { text: string; what: string }) {
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex">
      <Code style={{ overflowWrap: "anywhere" }}>{text}</Code>
      <Copy text={text} what={what} />
    </Group>
  );
}
