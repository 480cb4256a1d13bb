import { Paper } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { Problem } from "../../../kit/states";
import { EventIcon } from "../events/EventIcon";
import { textOf } from "../events/sentence";
import { useLogEvent } from "../queries";
import { EventDetail } from "./EventDetail";
import { LoadingEvent } from "./LoadingEvent";

/** An event on a page of its own, to send to somebody. */
export function EventPage() {
  const { t } = useTranslation("logs");
  const { logId = "" } = useParams({ strict: false });
  const { data: event, error, refetch } = useLogEvent(logId);
  return (
    <Page
      title={event ? textOf(t, event) : t("detail.title")}
      parent={{ to: "/logs", label: t("title") }}
      before={event && <EventIcon event={event} size={36} />}
    >
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Paper p="lg" maw="60rem">
          {event ? <EventDetail event={event} withSentence={false} /> : <LoadingEvent />}
        </Paper>
      )}
    </Page>
  );
}
