import { Badge, Group, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../../api/types";
import { applicationOf } from "../../../logs/events/details";
import { deviceIn } from "../../../logs/events/device";
import { kindOf, kindsOf } from "../../../logs/events/kinds";
import { usePlaceOf } from "../../../logs/events/place";
import { reasonOf } from "../../../logs/events/sentence";
import { Empty } from "../../../../kit/states";
import { DataTable } from "../../../../kit/table/DataTable";
import type { Column } from "../../../../kit/table/types";
import { Time } from "../../../../kit/Time";
import { EventDrawer } from "../logs/EventDrawer";
import { EventPager } from "../logs/EventPager";
import { useUserEvents } from "../queries/events";
import { useShownUser } from "../ShownUser";
import { TwoLines } from "../TwoLines";

const SIGN_INS = kindsOf("signIns").filter(({ kind }) => kind.startsWith("sign_in."));

/** What is asked for: all sign-ins, those that went well, or those that were refused. */
const SHOWN = {
  all: SIGN_INS,
  succeeded: SIGN_INS.filter(({ outcome }) => outcome !== "bad"),
  refused: SIGN_INS.filter(({ outcome }) => outcome === "bad"),
};
type Shown = keyof typeof SHOWN;

function queryOf(shown: Shown): string {
  return `type:(${SHOWN[shown].map(({ type }) => type).join(" OR ")})`;
}

/** When the user signed in or tried to, to what, from where and with what (S0.L29.1, S2.L21.6). */
export default function HistoryTab() {
  const { t } = useTranslation("user");
  const { userId } = useShownUser();
  const [shown, show] = useState<Shown>("all");
  const [page, turn] = useState(0);
  const [opened, open] = useState<LogEvent>();
  const { data, error, refetch, isPlaceholderData } = useUserEvents(userId, page, queryOf(shown));
  const columns = useColumns();
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("history.text")}
        </Text>
        <SegmentedControl
          aria-label={t("history.filter")}
          data={Object.keys(SHOWN).map((value) => ({ value, label: t(`history.${value}`) }))}
          value={shown}
          onChange={(value) => {
            show(value as Shown);
            turn(0);
          }}
        />
      </Group>
      <Paper>
        <DataTable
          label={t("tab.history")}
          columns={columns}
          rows={data?.rows}
          rowKey={(event) => event.log_id}
          rowName={(event) => event.date}
          onOpen={open}
          error={data ? undefined : error}
          retry={() => void refetch()}
          stale={isPlaceholderData}
          empty={<Empty title={t("history.empty")} text={t("history.emptyText")} />}
        />
        <EventPager page={page} data={data} turn={turn} />
      </Paper>
      <EventDrawer event={opened} close={() => open(undefined)} />
    </Stack>
  );
}

function useColumns(): Column<LogEvent>[] {
  const { t } = useTranslation("user");
  const logs = useTranslation("logs");
  return [
    { id: "time", header: t("history.time"), width: "12rem", render: (event) => <When event={event} /> },
    { id: "outcome", header: t("history.outcome"), render: (event) => <OutcomeCell event={event} /> },
    {
      id: "application",
      header: t("history.application"),
      render: (event) => <ToWhat event={event} />,
      phone: false,
    },
    { id: "from", header: t("history.from"), render: (event) => <From event={event} />, phone: false },
    {
      id: "browser",
      header: t("history.browser"),
      render: (event) => <TwoLines first={event.details.browser} second={deviceIn(logs.t, event.details.device)} />,
      phone: false,
    },
  ];
}

function When({ event }: { event: LogEvent }) {
  return (
    <Text size="sm">
      <Time value={event.date} exact />
    </Text>
  );
}

/** The application, and where the account is kept. */
function ToWhat({ event }: { event: LogEvent }) {
  return <TwoLines first={applicationOf(event)?.name ?? "–"} second={event.connection} />;
}

/** The place where that is known, and the address. */
function From({ event }: { event: LogEvent }) {
  return <TwoLines first={usePlaceOf()(event)} second={event.ip} />;
}

function OutcomeCell({ event }: { event: LogEvent }) {
  const { t } = useTranslation("user");
  const logs = useTranslation("logs");
  const { kind } = event.details;
  const isRefused = kindOf(kind).outcome === "bad";
  const why = isRefused ? t(`history.kind.${kind}`, { defaultValue: event.description }) : undefined;
  const reason = reasonOf(logs.t, event);
  const place = usePlaceOf()(event);
  return (
    <Group gap="xs">
      <Badge color={isRefused ? "red" : "teal"}>
        {isRefused ? t("history.isRefused") : kind === "sign_in.silent" ? t("history.isSilent") : t("history.isDone")}
      </Badge>
      {(reason ?? why) && (
        <Text size="xs" c="dimmed">
          {reason ?? why}
        </Text>
      )}
      {/* A narrow screen has no column for it. */}
      <Text size="xs" c="dimmed" w="100%" hiddenFrom="sm">
        {place ?? event.ip}
      </Text>
    </Group>
  );
}
