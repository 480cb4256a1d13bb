import { Avatar, Box, Group, Text } from "@mantine/core";
import type { User } from "../api/types";

/** What a user is called: the first name there is. */
export function nameOf(user: User): string {
  return user.name || user.nickname || user.username || user.email || user.phone_number || user.user_id || "";
}

/** A user's picture, or the letters of the name. */
export function Picture({ user, size = 36 }: { user: User; size?: number }) {
  const name = nameOf(user);
  return (
    <Avatar
      src={user.picture || null}
      name={name}
      alt=""
      size={size}
      radius="xl"
      color="initials"
      imageProps={{ referrerPolicy: "no-referrer", loading: "lazy" }}
    />
  );
}

/** A user at a glance: picture, name, and what the name does not say. */
export function Person({ user }: { user: User }) {
  const name = nameOf(user);
  const second = [user.username, user.email, user.phone_number].filter((text) => text && text !== name).join(" · ");
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Picture user={user} />
      <Box miw={0}>
        <Text size="sm" fw={550} truncate>
          {name}
        </Text>
        {second && (
          <Text size="xs" c="dimmed" truncate>
            {second}
          </Text>
        )}
      </Box>
    </Group>
  );
}
