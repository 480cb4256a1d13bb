import { Alert, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { tellText } from "../../../api/refusals/refusals";
import type { Job } from "../../../api/types";
import { useFormat } from "../../../words/format";
import { isOver } from "../queries";
import { useDuration } from "./useDuration";

/** How far a job is while it runs, and why it failed if it did. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  if (job.status === "failed") {
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t("job.failed")}>
        {job.status_details ? tellText(job.status_details) : t("job.failedText")}
      </Alert>
    );
  }
  return isOver(job) ? null : <Running job={job} />;
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const duration = useDuration();
  const done = job.percentage_done ?? 0;
  const left = job.time_left_seconds;
  return (
    <Paper p="lg">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm" fw={550}>
            {t(job.status === "pending" ? "job.waiting" : "job.working")}
          </Text>
          <Text size="sm" c="dimmed">
            {t("job.percent", { value: format.number(done) })}
            {left !== undefined && left > 0 && ` · ${t("job.left", { duration: duration(left) })}`}
          </Text>
        </Group>
        <Progress
          value={done}
          size="lg"
          animated={job.status === "processing"}
          aria-label={t("job.progress")}
          transitionDuration={300}
        />
        <Text size="xs" c="dimmed">
          {t("job.leave")}
        </Text>
      </Stack>
    </Paper>
  );
}
