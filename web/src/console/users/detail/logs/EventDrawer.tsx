import { Drawer, Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../../api/types";
import { later } from "../../../../kit/later";

const EventDetail = lazy(() =>
  later(import("../../../logs/detail/EventDetail")).then(({ EventDetail: Detail }) => ({ default: Detail })),
);

/** All of an event, with before and after, at the edge of the screen. */
export function EventDrawer({ event, close }: { event: LogEvent | undefined; close: () => void }) {
  const { t } = useTranslation("user");
  return (
    <Drawer
      opened={event !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={t("logs.event")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      {event && (
        <Suspense fallback={<Skeleton h={300} />}>
          <EventDetail event={event} />
        </Suspense>
      )}
    </Drawer>
  );
}
