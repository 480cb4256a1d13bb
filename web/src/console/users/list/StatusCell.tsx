import { Group, Tooltip } from "@mantine/core";
import type { User } from "../../../api/types";
import { StatusBadge } from "../../../kit/badges";
import { LockedBadge } from "./LockedBadge";
import classes from "./UserList.module.css";

/** The status; why, where that is known; and whether failed sign-ins have locked the account. */
export function StatusCell({ user }: { user: User }) {
  return (
    <Group gap={6}>
      <Status user={user} />
      <LockedBadge until={user.locked_until} />
    </Group>
  );
}

function Status({ user }: { user: User }) {
  const { status_reason: reason } = user;
  const badge = (
    <span className={classes["status"]} data-tells={reason ? true : undefined}>
      <StatusBadge status={user.status ?? "active"} />
    </span>
  );
  return reason ? <Tooltip label={reason}>{badge}</Tooltip> : badge;
}
