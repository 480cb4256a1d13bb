import { Anchor, Button, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../../api/types";
import { roleAddress } from "../../../../kit/addresses";
import { ConfirmDialog } from "../../../../kit/ConfirmDialog";
import { useNotify } from "../../../../kit/notify";
import { nameOf } from "../../../../kit/Person";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { useTakeRoles, useUserRoles } from "../queries/roles";
import { useShownUser } from "../ShownUser";
import { Row, Rows } from "../Rows";
import { GiveRolesDialog } from "./GiveRolesDialog";

/** The roles that a user has. */
export function RolesSection({ mayGive, mayTake }: { mayGive: boolean; mayTake: boolean }) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const { data: roles, error, refetch } = useUserRoles(userId);
  const [giving, setGiving] = useState(false);
  const [taking, setTaking] = useState<Role>();
  const take = useTakeRoles(userId);
  const { done } = useNotify();
  const name = nameOf(user);
  const give = mayGive && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGiving(true)}>
      {t("roles.give")}
    </Button>
  );
  return (
    <Section title={t("roles.title")} description={t("roles.text")} actions={give}>
      {error && !roles && <Problem error={error} retry={() => void refetch()} />}
      <Rows rows={roles} loading={!error} empty={t("roles.empty")}>
        {(role) => (
          <Row
            key={role.id}
            remove={
              mayTake ? { label: t("roles.takeWhat", { role: role.name }), run: () => setTaking(role) } : undefined
            }
          >
            <Anchor component={Link} to={roleAddress(role.id)} size="sm" fw={550}>
              {role.name}
            </Anchor>
            {role.description && (
              <Text size="xs" c="dimmed">
                {role.description}
              </Text>
            )}
          </Row>
        )}
      </Rows>
      <GiveRolesDialog opened={giving} onClose={() => setGiving(false)} given={roles ?? []} />
      <ConfirmDialog
        opened={taking !== undefined}
        onClose={() => setTaking(undefined)}
        title={t("roles.takeTitle", { name })}
        action={t("roles.take")}
        danger
        onConfirm={async () => {
          if (taking) await take.mutateAsync([taking.id]);
          done(t("roles.taken", { name, role: taking?.name }));
        }}
      >
        <Stack gap="xs">
          <Text size="sm">{t("roles.takeText", { name, role: taking?.name })}</Text>
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
