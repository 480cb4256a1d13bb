import { Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { StatusBadge } from "../../../kit/badges";
import { useFormat } from "../../../words/format";

/** The status; until when and why, where that is known. */
export function StatusCell({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { time, day } = useFormat();
  const until = (user as { suspended_until?: string }).suspended_until;
  const isLocked = (user as { locked?: boolean }).locked === true;
  const badge = (
    <span>
      <StatusBadge status={isLocked ? "locked" : (user.status ?? "active")} />
      {until && user.status === "suspended" && (
        <Text span size="xs" c="dimmed" ml={6}>
          {t("list.until", { day: day(until) })}
        </Text>
      )}
    </span>
  );
  const parts = [user.status_reason, until && t("list.until", { day: time(until) })].filter(Boolean);
  if (parts.length === 0) return badge;
  return <Tooltip label={parts.join(" · ")}>{badge}</Tooltip>;
}
