import { Divider, Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { EventIcon } from "../events/EventIcon";
import { Sentence } from "../events/Sentence";
import { Changes } from "./Changes";
import { differencesOf } from "./difference";
import { EventFacts } from "./EventFacts";
import { Raw } from "./Raw";

interface EventDetailProps {
  event: LogEvent;
  /** False where the sentence stands above already. */
  withSentence?: boolean;
}

/** All that is known of an event: who did what to whom, when, from where and why; before and after; the raw record. */
export function EventDetail({ event, withSentence = true }: EventDetailProps) {
  const { t } = useTranslation("logs");
  const { changes = [] } = event.details;
  return (
    <Stack gap="lg">
      {withSentence && (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <EventIcon event={event} size={36} />
          <Text size="lg" lh={1.4} pt={4}>
            <Sentence event={event} />
          </Text>
        </Group>
      )}
      <EventFacts event={event} />
      {differencesOf(changes).length > 0 && (
        <div>
          <Divider mb="md" />
          <Title order={2} mb="xs">
            {t("detail.changes")}
          </Title>
          <Changes changes={changes} />
        </div>
      )}
      <Raw event={event} />
    </Stack>
  );
}
