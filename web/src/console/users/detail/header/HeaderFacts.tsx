import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { PlatformRoleBadge, StatusBadge } from "../../../../kit/badges";
import { Copyable } from "../../../../kit/Copy";
import { nameOf } from "../../../../kit/Person";
import { useLocks } from "../queries/security";

/** A user's status and rank; that failed sign-ins have locked the account counts as one. */
export function HeaderBadges({ user }: { user: User }) {
  const { data: locks } = useLocks(user.user_id ?? "");
  return (
    <Group gap={6}>
      <StatusBadge status={user.status ?? "active"} />
      {locks && locks.length > 0 && <StatusBadge status="locked" />}
      {user.platform_role && user.platform_role !== "user" && <PlatformRoleBadge role={user.platform_role} />}
    </Group>
  );
}

/** How a user is known: identifiers, and the ids to copy. */
export function HeaderIds({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const known = [user.email, user.username, user.phone_number].filter((text) => text && text !== nameOf(user));
  return (
    <>
      {known.length > 0 && <Text size="sm">{known.join(" · ")}</Text>}
      <Group gap="xs" mt={4}>
        <Copyable text={user.user_id ?? ""} what={t("field.user_id")} />
        <Copyable text={user.public_id ?? ""} what={t("field.public_id")} />
      </Group>
    </>
  );
}
