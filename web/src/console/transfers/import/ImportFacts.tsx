import { useTranslation } from "react-i18next";
import { Facts } from "../../../kit/Facts";
import { Section } from "../../../kit/Section";
import { useDatabases } from "../queries";
import type { Options } from "./form";
import type { Chosen, ImportPlan } from "./useImportPlan";
import { useSize } from "./useSize";

/** What an import will do, told once more. */
export function ImportFacts({
  plan: { columns, options },
  chosen: { file, sample },
}: {
  plan: ImportPlan;
  chosen: Chosen;
}) {
  const { t } = useTranslation("transfers");
  const size = useSize();
  const { data = [] } = useDatabases();
  const database = data.find(({ id }) => id === options.connectionId) ?? data.find(({ enabled }) => enabled);
  const taken = Object.values(columns ?? {}).filter(({ target }) => target).length;
  return (
    <Section title={t("check.summary")}>
      <Facts
        facts={[
          [t("list.file"), `${file.name} · ${size(file.size)}`],
          [t("job.format"), t(`file.is.${sample.format}`)],
          ...(columns
            ? [
                [t("import.step.columns"), t("check.taken", { taken, all: Object.keys(columns).length })] as [
                  string,
                  string,
                ],
              ]
            : []),
          [t("options.connection"), database && (database.display_name ?? database.name)],
          [t("check.there"), <WhoIsThere key="there" options={options} />],
        ]}
      />
    </Section>
  );
}

function WhoIsThere({ options }: { options: Options }) {
  const { t } = useTranslation("transfers");
  if (!options.upsert) return t("check.refused");
  const by = t(`field.${options.upsertBy}`);
  return t("check.changed", { by, metadata: t(`check.${options.metadata}`) });
}
