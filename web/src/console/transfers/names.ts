import { useTranslation } from "react-i18next";
import type { Job } from "../../api/types";

/** What a job is called: its file, or which users it takes out. */
export function useJobName(): (job: Job) => string {
  const { t } = useTranslation("transfers");
  return (job) => {
    if (job.external_id) return job.external_id;
    if (job.type === "users_import") return t("list.unnamed");
    return job.q ? t("list.exportOf", { q: job.q }) : t("list.exportAll");
  };
}

/** Where a job's page is. */
export function jobAddress(id: string): string {
  return `/transfers/${encodeURIComponent(id)}`;
}

/** How a job's file is written; what exports call JSON is an object a line. */
export function useFormatWord(): (job: Job) => string | undefined {
  const { t } = useTranslation("transfers");
  return ({ type, format }) =>
    format && t(`format.${type === "users_export" && format === "json" ? "ndjson" : format}`);
}

/** Who asked for a job. */
export function useAsker(): (job: Job) => string | undefined {
  const { t } = useTranslation("transfers");
  return ({ asked_by }) =>
    asked_by && (asked_by.type === "system" ? t("list.server") : asked_by.name || asked_by.id || t("list.server"));
}
