import { NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { useProblem } from "../../../kit/states";
import { useMay } from "../../../session/SessionContext";
import { useFormat } from "../../../words/format";
import { useDatabases, useMatches } from "../queries";
import type { ExportFormType } from "./useExportForm";

/** How long somebody writes before the server is asked, in milliseconds. */
const PAUSE = 400;

/** Which users are taken out, and about how many those are. */
export function WhichUsers({ form }: { form: ExportFormType }) {
  const { t } = useTranslation("transfers");
  return (
    <Section title={t("export.which")} description={t("export.whichText")}>
      <Stack maw={560}>
        <TextInput
          label={t("export.query")}
          placeholder={t("export.queryExample")}
          description={t("export.queryText")}
          {...form.getInputProps("q")}
        />
        {!form.errors["q"] && <Matches q={form.getValues().q} />}
        {useMay("read:connections") && <OfConnection form={form} />}
        <NumberInput
          label={t("export.limit")}
          description={t("export.limitText")}
          min={1}
          allowDecimal={false}
          thousandSeparator={t("export.thousands")}
          {...form.getInputProps("limit")}
        />
      </Stack>
    </Section>
  );
}

function Matches({ q }: { q: string }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const problem = useProblem();
  const [settled] = useDebouncedValue(q.trim(), PAUSE);
  const { data, error } = useMatches(settled);
  const word = data?.total_is_estimate ? "export.about" : "export.matches";
  const found = data && t(word, { count: data.total, number: format.number(data.total) });
  return (
    <Text component="output" size="sm" c="dimmed" mih={22}>
      {error ? problem(error) : found}
    </Text>
  );
}

function OfConnection({ form }: { form: ExportFormType }) {
  const { t } = useTranslation("transfers");
  const databases = useDatabases();
  const known = (databases.data ?? []).map(({ id, name, display_name }) => ({
    value: id,
    label: display_name ?? name,
  }));
  if (known.length < 2) return null;
  return (
    <Select
      label={t("options.connection")}
      data={[{ value: "", label: t("export.everyConnection") }, ...known]}
      allowDeselect={false}
      {...form.getInputProps("connection_id")}
    />
  );
}
