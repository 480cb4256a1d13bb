import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddField } from "./AddField";
import classes from "./export.module.css";
import { FieldRow } from "./FieldRow";
import type { ExportFormType } from "./useExportForm";

/** The fields of the file in their order, with their names in it. */
export function FieldPicker({ form }: { form: ExportFormType }) {
  const { t } = useTranslation("transfers");
  const { fields } = form.getValues();
  return (
    <Stack>
      {fields.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("export.noFields")}
        </Text>
      )}
      <ol className={classes["fields"]} aria-label={t("export.fields")}>
        {fields.map((field, index) => (
          <FieldRow key={field.name} form={form} index={index} />
        ))}
      </ol>
      <AddField
        taken={fields.map(({ name }) => name)}
        add={(name) => form.insertListItem("fields", { name, export_as: "" })}
      />
    </Stack>
  );
}
