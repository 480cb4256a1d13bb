import { Box, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { StatusBadge } from "../../../kit/badges";
import { nameOf, Picture } from "../../../kit/Person";
import { useSession } from "../../../session/SessionContext";
import { LockedBadge } from "./LockedBadge";
import classes from "./UserList.module.css";

/** Picture, display name and username; on a narrow screen the e-mail address too, which has no column there. */
export function NameCell({ user, dense }: { user: User; dense: boolean }) {
  const { t } = useTranslation("users");
  const isMe = useSession().person.sub === user.user_id;
  const name = nameOf(user);
  const username = user.username === name ? undefined : user.username;
  const email = user.email === name ? undefined : user.email;
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Picture user={user} size={dense ? 24 : 36} />
      <Box miw={0} className={dense ? classes["oneLine"] : undefined}>
        <Group gap={6} wrap="nowrap" miw={0}>
          <Text size="sm" fw={550} truncate>
            {name}
          </Text>
          {isMe && (
            <Text span size="sm" c="dimmed" className={classes["me"]}>
              {t("list.you")}
            </Text>
          )}
        </Group>
        {username && (
          <Text size="xs" c="dimmed" truncate>
            {username}
          </Text>
        )}
        {email && (
          <Text size="xs" c="dimmed" truncate className={classes["phoneOnly"]}>
            {email}
          </Text>
        )}
        {(user.status !== "active" || user.locked_until) && (
          <Box mt={4} className={classes["phoneOnly"]}>
            <Group gap={6}>
              {user.status !== "active" && <StatusBadge status={user.status ?? "active"} />}
              <LockedBadge until={user.locked_until} />
            </Group>
          </Box>
        )}
      </Box>
    </Group>
  );
}
