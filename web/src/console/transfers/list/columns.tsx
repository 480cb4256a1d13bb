import { Box, Group, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { tellText } from "../../../api/refusals/refusals";
import type { Job } from "../../../api/types";
import type { Column } from "../../../kit/table/types";
import { Time } from "../../../kit/Time";
import { useFormat } from "../../../words/format";
import { JobState } from "../JobState";
import { useAsker, useFormatWord, useJobName } from "../names";
import { isOver, type TransferType } from "../queries";

/** The columns of the list of jobs. */
export function useJobColumns(type: TransferType): Column<Job>[] {
  const { t } = useTranslation("transfers");
  const asker = useAsker();
  const who: Column<Job> = {
    id: "who",
    header: t("list.who"),
    width: "18%",
    phone: false,
    render: (job) => (
      <Text size="sm" truncate>
        {asker(job) ?? "–"}
      </Text>
    ),
  };
  return [
    {
      id: "name",
      header: t(type === "users_import" ? "list.file" : "list.what"),
      render: (job) => <Name job={job} />,
    },
    { id: "state", header: t("list.state"), width: "11rem", render: (job) => <JobState job={job} /> },
    { id: "result", header: t("list.result"), phone: false, render: (job) => <Result job={job} /> },
    who,
    {
      id: "when",
      header: t("list.when"),
      width: "9.5rem",
      phone: false,
      render: (job) => <Time value={job.created_at} />,
    },
  ];
}

function Name({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const name = useJobName();
  const formatWord = useFormatWord();
  const second = [job.dry_run && t("trial.badge"), formatWord(job), job.connection].filter(Boolean).join(" · ");
  return (
    <Box miw={0}>
      <Text size="sm" fw={550} truncate>
        {name(job)}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {second}
      </Text>
    </Box>
  );
}

function Result({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  if (!isOver(job)) {
    const done = job.percentage_done ?? 0;
    return (
      <Group gap="xs" wrap="nowrap">
        <Progress value={done} size="sm" flex={1} aria-label={t("job.progress")} />
        <Text size="xs" c="dimmed">
          {t("job.percent", { value: format.number(done) })}
        </Text>
      </Group>
    );
  }
  if (job.summary) {
    const { inserted, updated, failed } = job.summary;
    const parts: [string, number][] = [
      ["inserted", inserted],
      ["updated", updated],
      ["failed", failed],
    ];
    const shown = parts.filter(([part, count]) => count > 0 || part === "inserted");
    return (
      <Text size="sm">
        {shown
          .map(([part, count]) => t(`list.${job.dry_run ? "trial." : ""}${part}`, { number: format.number(count) }))
          .join(" · ")}
      </Text>
    );
  }
  const ended = job.status === "completed" ? t("list.ready") : "–";
  return <Text size="sm">{job.status_details ? tellText(job.status_details) : ended}</Text>;
}
