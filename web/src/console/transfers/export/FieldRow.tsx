import { ActionIcon, Box, Group, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldWord } from "../words";
import classes from "./export.module.css";
import type { ExportFormType } from "./useExportForm";

/** A field of the file: its name there, its place, and the way out. */
export function FieldRow({ form, index }: { form: ExportFormType; index: number }) {
  const { t } = useTranslation("transfers");
  const fieldWord = useFieldWord();
  const { fields } = form.getValues();
  const name = fields[index]?.name ?? "";
  const field = fieldWord(name);
  const move = (to: number) => form.reorderListItem("fields", { from: index, to });
  return (
    <li className={classes["field"]}>
      <Box miw={0}>
        <Text size="sm" fw={550} truncate>
          {field}
        </Text>
        {field !== name && (
          <Text size="xs" c="dimmed" ff="monospace" truncate>
            {name}
          </Text>
        )}
        {form.errors[`fields.${index}.name`] && (
          <Text size="xs" c="var(--mantine-color-error)">
            {form.errors[`fields.${index}.name`]}
          </Text>
        )}
      </Box>
      <TextInput
        size="xs"
        aria-label={t("export.nameOf", { field })}
        placeholder={name}
        {...form.getInputProps(`fields.${index}.export_as`)}
      />
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          onClick={() => move(index - 1)}
          aria-label={t("export.up", { field })}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === fields.length - 1}
          onClick={() => move(index + 1)}
          aria-label={t("export.down", { field })}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => form.removeListItem("fields", index)}
          aria-label={t("export.remove", { field })}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </li>
  );
}
