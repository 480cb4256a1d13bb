import { Radio, Select, Skeleton, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import { useDatabases } from "../queries";
import { UPSERT_BY, type Options } from "./form";
import { StepButtons } from "./StepButtons";
import type { ImportPlan } from "./useImportPlan";

/** Where the users go, and what happens to those who are there already. */
export function OptionsStep({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation("transfers");
  const databases = useDatabases();
  const { options, setOptions } = plan;
  if (databases.error) return <Problem error={databases.error} retry={() => void databases.refetch()} />;
  return (
    <Section title={t("import.step.options")} description={t("options.description")}>
      <Stack gap="lg" maw={520}>
        {databases.data ? (
          <Select
            label={t("options.connection")}
            description={t("options.connectionText")}
            data={databases.data.map(({ id, name, display_name, enabled }) => ({
              value: id,
              label: display_name ?? name,
              disabled: !enabled,
            }))}
            value={options.connectionId || databases.data.find(({ enabled }) => enabled)?.id || null}
            onChange={(id) => id && setOptions({ ...options, connectionId: id })}
            allowDeselect={false}
          />
        ) : (
          <Skeleton h={82} />
        )}
        <Switch
          label={t("options.upsert")}
          description={t("options.upsertText")}
          checked={options.upsert}
          onChange={(event) => setOptions({ ...options, upsert: event.currentTarget.checked })}
        />
        {options.upsert && <Upsert options={options} setOptions={setOptions} />}
      </Stack>
      <StepButtons plan={plan} ready={databases.data !== undefined} />
    </Section>
  );
}

function Upsert({ options, setOptions }: Pick<ImportPlan, "options" | "setOptions">) {
  const { t } = useTranslation("transfers");
  return (
    <>
      <Select
        label={t("options.by")}
        description={t("options.byText")}
        data={UPSERT_BY.map((value) => ({ value, label: t(`field.${value}`) }))}
        value={options.upsertBy}
        onChange={(by) => by && setOptions({ ...options, upsertBy: by as Options["upsertBy"] })}
        allowDeselect={false}
      />
      <Radio.Group
        label={t("options.metadata")}
        value={options.metadata}
        onChange={(mode) => setOptions({ ...options, metadata: mode as Options["metadata"] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="merge" label={t("options.merge")} description={t("options.mergeText")} />
          <Radio value="replace" label={t("options.replace")} description={t("options.replaceText")} />
        </Stack>
      </Radio.Group>
    </>
  );
}
