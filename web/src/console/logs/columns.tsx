import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../api/types";
import type { Column } from "../../kit/table/types";
import { Time } from "../../kit/Time";
import { applicationOf, browserOf } from "./events/details";
import { EventIcon } from "./events/EventIcon";
import { Sentence } from "./events/Sentence";
import classes from "./Logs.module.css";

function What({ event, fresh }: { event: LogEvent; fresh: boolean }) {
  const { t } = useTranslation("logs");
  const place = [applicationOf(event)?.name, event.ip].filter(Boolean).join(" · ");
  return (
    <Group gap="sm" wrap="nowrap" className={classes["what"]} data-fresh={fresh || undefined}>
      <EventIcon event={event} />
      <div className={classes["words"]}>
        <Text size="sm" lineClamp={2}>
          <Sentence event={event} withReason />
        </Text>
        {/* A narrow screen has no columns for these. */}
        <Text size="xs" c="dimmed" hiddenFrom="sm" truncate>
          <Time value={event.date} />
          {place && t("behind", { place })}
        </Text>
      </div>
    </Group>
  );
}

function From({ event }: { event: LogEvent }) {
  if (!event.ip && !event.user_agent) return "–";
  return (
    <>
      <Text size="sm" truncate>
        {event.ip}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {browserOf(event)}
      </Text>
    </>
  );
}

/** The columns of the record. */
export function useLogColumns(fresh: LogEvent[]): Column<LogEvent>[] {
  const { t } = useTranslation("logs");
  return [
    {
      id: "what",
      header: t("column.what"),
      render: (event) => <What event={event} fresh={fresh.includes(event)} />,
    },
    {
      id: "application",
      header: t("column.application"),
      width: "18%",
      phone: false,
      render: (event) => (
        <Text size="sm" truncate>
          {applicationOf(event)?.name ?? "–"}
        </Text>
      ),
    },
    { id: "from", header: t("column.from"), width: "16%", phone: false, render: (event) => <From event={event} /> },
    {
      id: "when",
      header: t("column.when"),
      width: "9.5rem",
      phone: false,
      render: (event) => <Time value={event.date} />,
    },
  ];
}
