import { ActionIcon, Anchor, Drawer, Group, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { logAddress } from "../../../kit/addresses";
import { Problem } from "../../../kit/states";
import { useLogEvent } from "../queries";
import { EventDetail } from "./EventDetail";
import { LoadingEvent } from "./LoadingEvent";

interface EventDrawerProps {
  /** The event shown; undefined while the drawer is closed. */
  logId: string | undefined;
  /** Those of the list, to go on to. */
  events: LogEvent[];
  open: (logId: string) => void;
  close: () => void;
}

/** An event beside the list; j and k go on and back. */
export function EventDrawer({ logId, events, open, close }: EventDrawerProps) {
  const { t } = useTranslation("logs");
  const place = events.findIndex((event) => event.log_id === logId);
  const asked = useLogEvent(place < 0 ? logId : undefined);
  const event = events[place] ?? asked.data;
  const go = (other: LogEvent | undefined) => (other && logId && place >= 0 ? () => open(other.log_id) : undefined);
  const previous = go(events[place - 1]);
  const next = go(events[place + 1]);
  useHotkeys([
    ["j", () => next?.()],
    ["k", () => previous?.()],
  ]);
  return (
    <Drawer
      opened={Boolean(logId)}
      onClose={close}
      position="right"
      size="lg"
      title={t("detail.title")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      {logId && (
        <Group justify="space-between" mb="md">
          <Anchor component={Link} to={logAddress(logId)} size="sm">
            {t("detail.page")}
          </Anchor>
          <Group gap={4}>
            <ActionIcon variant="default" disabled={!previous} onClick={previous} aria-label={t("detail.newer")}>
              <IconChevronUp size={16} />
            </ActionIcon>
            <ActionIcon variant="default" disabled={!next} onClick={next} aria-label={t("detail.older")}>
              <IconChevronDown size={16} />
            </ActionIcon>
          </Group>
        </Group>
      )}
      {event ? (
        <EventDetail key={event.log_id} event={event} />
      ) : asked.error ? (
        <Problem error={asked.error} retry={() => void asked.refetch()} />
      ) : (
        <LoadingEvent />
      )}
      <Text size="xs" c="dimmed" mt="md" visibleFrom="sm">
        {t("detail.keys")}
      </Text>
    </Drawer>
  );
}
