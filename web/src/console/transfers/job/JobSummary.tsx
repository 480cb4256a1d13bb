import { useTranslation } from "react-i18next";
import type { Job } from "../../../api/types";
import { Figures } from "../../../kit/Figures";
import { useFormat } from "../../../words/format";

/** What became of the entries of a file so far; of a trial, what would become of them. */
export function JobSummary({ summary, trial = false }: { summary: NonNullable<Job["summary"]>; trial?: boolean }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const { total, inserted, updated, failed } = summary;
  return (
    <Figures
      figures={[
        { name: t("job.total"), value: format.number(total) },
        { name: t(trial ? "trial.inserted" : "job.inserted"), value: format.number(inserted) },
        { name: t(trial ? "trial.updated" : "job.updated"), value: format.number(updated) },
        { name: t(trial ? "trial.failed" : "job.failedEntries"), value: format.number(failed), alarming: failed > 0 },
      ]}
    />
  );
}
