import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Job } from "../../api/types";

const COLORS: Record<string, string> = {
  pending: "gray",
  processing: "accent",
  completed: "teal",
  withErrors: "yellow",
  failed: "red",
  cancelled: "gray",
};

/** How far a job is, in a word; a completed import tells of failed entries. */
export function JobState({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const state = job.status === "completed" && (job.summary?.failed ?? 0) > 0 ? "withErrors" : job.status;
  return <Badge color={COLORS[state]}>{t(`state.${state}`)}</Badge>;
}
