import { Group, Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { StatusBadge } from "../../../kit/badges";
import { useFormat } from "../../../words/format";
import { LockedBadge } from "./LockedBadge";
import classes from "./UserList.module.css";

/** The status; until when and why, where that is known; and whether failed sign-ins have locked the account. */
export function StatusCell({ user }: { user: User }) {
  return (
    <Group gap={6}>
      <Status user={user} />
      <LockedBadge until={user.locked_until} />
    </Group>
  );
}

function Status({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { time, day } = useFormat();
  const until = (user as { suspended_until?: string }).suspended_until;
  const parts = [user.status_reason, until && t("list.until", { day: time(until) })].filter(Boolean);
  const badge = (
    <span className={classes["status"]} data-tells={parts.length > 0 || undefined}>
      <StatusBadge status={user.status ?? "active"} />
      {until && user.status === "suspended" && (
        <Text span size="xs" c="dimmed" ml={6}>
          {t("list.until", { day: day(until) })}
        </Text>
      )}
    </span>
  );
  if (parts.length === 0) return badge;
  return <Tooltip label={parts.join(" · ")}>{badge}</Tooltip>;
}
