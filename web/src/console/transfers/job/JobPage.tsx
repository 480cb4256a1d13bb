import { Badge, Skeleton } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Job } from "../../../api/types";
import { Page } from "../../../kit/Page";
import { Problem } from "../../../kit/states";
import { JobState } from "../JobState";
import { useJobName } from "../names";
import { isOver, useJob } from "../queries";
import { CancelButton } from "./CancelButton";
import { DownloadButton } from "./DownloadButton";
import { EntryErrorTable } from "./EntryErrorTable";
import { JobFacts } from "./JobFacts";
import { JobProgress } from "./JobProgress";
import { JobSummary } from "./JobSummary";

/** The page of an import or export. */
export function JobPage() {
  const { jobId = "" } = useParams({ strict: false }) as { jobId?: string };
  return <OneJob id={jobId} />;
}

/** An import or export: how far it is, what came of it, and what was wrong. */
export function OneJob({ id }: { id: string }) {
  const { t } = useTranslation("transfers");
  const { data: job, error, refetch } = useJob(id);
  const name = useJobName();
  const parent = { to: "/transfers", label: t("title") };
  if (!job) {
    return (
      <Page title={t("job.title")} parent={parent}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : <Skeleton h={320} radius="lg" />}
      </Page>
    );
  }
  return (
    <Page title={name(job)} parent={parent} beside={<States job={job} />} actions={<Actions job={job} />}>
      <JobProgress job={job} />
      {job.summary && <JobSummary summary={job.summary} trial={job.dry_run} />}
      <JobFacts job={job} />
      {job.type === "users_import" && (
        <EntryErrorTable id={job.id} failed={job.summary?.failed ?? 0} trial={job.dry_run} />
      )}
    </Page>
  );
}

function States({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  return (
    <>
      <JobState job={job} />
      {job.dry_run && <Badge color="gray">{t("trial.badge")}</Badge>}
    </>
  );
}

function Actions({ job }: { job: Job }) {
  if (!isOver(job)) return <CancelButton job={job} />;
  return job.type === "users_export" && job.status === "completed" ? <DownloadButton job={job} /> : null;
}
