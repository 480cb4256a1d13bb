import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../../api/types";
import { EventIcon } from "../../../logs/events/EventIcon";
import { Sentence } from "../../../logs/events/Sentence";
import { Empty } from "../../../../kit/states";
import { DataTable } from "../../../../kit/table/DataTable";
import type { Column } from "../../../../kit/table/types";
import { Time } from "../../../../kit/Time";
import { useUserEvents } from "../queries/events";
import { useShownUser } from "../ShownUser";
import { EventDrawer } from "./EventDrawer";
import { EventPager } from "./EventPager";

/** Everything that the user did and that was done to it (S3.L12.1). */
export default function UserLogsTab() {
  const { t } = useTranslation("user");
  const { userId } = useShownUser();
  const [page, turn] = useState(0);
  const [opened, open] = useState<LogEvent>();
  const { data, error, refetch, isPlaceholderData } = useUserEvents(userId, page);
  const columns: Column<LogEvent>[] = [
    { id: "what", header: t("logs.what"), render: (event) => <What event={event} /> },
    { id: "ip", header: t("history.ip"), width: "9rem", render: (event) => event.ip ?? "–", phone: false },
    { id: "time", header: t("history.time"), width: "8.5rem", render: (event) => <Time value={event.date} /> },
  ];
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("logs.text")}
        </Text>
        <Anchor component={Link} to="/logs" size="sm">
          {t("logs.all")}
        </Anchor>
      </Group>
      <Paper>
        <DataTable
          label={t("tab.logs")}
          columns={columns}
          rows={data?.rows}
          rowKey={(event) => event.log_id}
          rowName={(event) => event.description}
          onOpen={open}
          error={data ? undefined : error}
          retry={() => void refetch()}
          stale={isPlaceholderData}
          empty={<Empty title={t("logs.empty")} text={t("logs.emptyText")} />}
        />
        <EventPager page={page} data={data} turn={turn} />
      </Paper>
      <EventDrawer event={opened} close={() => open(undefined)} />
    </Stack>
  );
}

function What({ event }: { event: LogEvent }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <EventIcon event={event} />
      <Text size="sm">
        <Sentence event={event} withReason />
      </Text>
    </Group>
  );
}
