import { Alert, Skeleton, Stack } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import { CancelButton } from "../job/CancelButton";
import { EntryErrorTable } from "../job/EntryErrorTable";
import { JobProgress } from "../job/JobProgress";
import { JobSummary } from "../job/JobSummary";
import { isOver, useJob } from "../queries";

/** What came of a trial: the numbers that an import would come to, and what would be wrong. */
export function Trial({ id }: { id: string }) {
  const { t } = useTranslation("transfers");
  const { data: job, error, refetch } = useJob(id);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!job) return <Skeleton h={180} radius="lg" />;
  const isFine = job.status === "completed" && (job.summary?.failed ?? 0) === 0;
  return (
    <>
      <Section
        title={t("trial.title")}
        description={t("trial.text")}
        actions={isOver(job) ? undefined : <CancelButton job={job} />}
      >
        <Stack>
          <JobProgress job={job} />
          {job.summary && <JobSummary summary={job.summary} trial />}
          {isFine && (
            <Alert color="teal" icon={<IconCircleCheck size={18} />}>
              {t("trial.fine")}
            </Alert>
          )}
        </Stack>
      </Section>
      <EntryErrorTable id={job.id} failed={job.summary?.failed ?? 0} trial />
    </>
  );
}
