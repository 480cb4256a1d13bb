import { useTranslation } from "react-i18next";
import type { Job } from "../../../api/types";
import { Copyable } from "../../../kit/Copy";
import { Facts, type Fact } from "../../../kit/Facts";
import { Section } from "../../../kit/Section";
import { Time } from "../../../kit/Time";
import { useFormat } from "../../../words/format";
import { useAsker, useFormatWord } from "../names";
import { isOver } from "../queries";
import { useFieldWord } from "../words";

/** What was asked for, when and by whom. */
export function JobFacts({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const formatWord = useFormatWord();
  const fieldWord = useFieldWord();
  const asker = useAsker();
  const fields = job.fields?.map(({ name, export_as }) =>
    export_as ? `${fieldWord(name)} → ${export_as}` : fieldWord(name),
  );
  const which = job.q ? <Copyable text={job.q} what={t("export.query")} /> : t("export.everybody");
  const ofExport: Fact[] = [
    [t("export.which"), which],
    [t("export.fields"), fields?.length ? fields.join(", ") : t("export.usual")],
    ...(job.limit ? [[t("export.limit"), format.number(job.limit)] as Fact] : []),
  ];
  return (
    <Section title={t("job.asked")}>
      <Facts
        facts={[
          [t("list.when"), <Time key="when" value={job.created_at} exact />],
          ...(isOver(job) ? [[t("job.ended"), <Time key="ended" value={job.updated_at} exact />] as Fact] : []),
          [t("list.who"), asker(job)],
          [t("job.format"), formatWord(job)],
          [t("options.connection"), job.connection ?? t("export.everyConnection")],
          ...(job.type === "users_export" ? ofExport : []),
          [t("job.id"), <Copyable key="id" text={job.id} what={t("job.id")} />],
        ]}
      />
    </Section>
  );
}
