import { Button, Group, Input, SegmentedControl, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import { FieldPicker } from "./FieldPicker";
import { useExportForm, type ExportFormType } from "./useExportForm";
import { WhichUsers } from "./WhichUsers";

/** Which users, in which form, with which fields. */
export function ExportForm() {
  const { t } = useTranslation("transfers");
  const { form, error, working, submit } = useExportForm();
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <WhichUsers form={form} />
        <FileForm form={form} />
        {error !== undefined && <Problem error={error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={working}>
            {t("export.start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FileForm({ form }: { form: ExportFormType }) {
  const { t } = useTranslation("transfers");
  const { format, chosen } = form.getValues();
  return (
    <Section title={t("export.file")}>
      <Stack gap="lg" align="stretch">
        <Choice
          label={t("job.format")}
          data={[
            { value: "csv", label: t("export.csv") },
            { value: "json", label: t("export.json") },
          ]}
          value={format}
          change={(value) => form.setFieldValue("format", value as "csv" | "json")}
          text={t(`export.text.${format}`)}
        />
        <Choice
          label={t("export.fields")}
          data={[
            { value: "all", label: t(format === "csv" ? "export.usual" : "export.whole") },
            { value: "chosen", label: t("export.chosen") },
          ]}
          value={chosen ? "chosen" : "all"}
          change={(value) => form.setFieldValue("chosen", value === "chosen")}
        />
        {chosen && <FieldPicker form={form} />}
      </Stack>
    </Section>
  );
}

interface ChoiceProps {
  label: string;
  data: { value: string; label: string }[];
  value: string;
  change: (value: string) => void;
  text?: string;
}

function Choice({ label, data, value, change, text }: ChoiceProps) {
  return (
    <Stack gap={6} align="flex-start">
      <Input.Label labelElement="div">{label}</Input.Label>
      <SegmentedControl aria-label={label} data={data} value={value} onChange={change} />
      {text && (
        <Text size="xs" c="dimmed">
          {text}
        </Text>
      )}
    </Stack>
  );
}
