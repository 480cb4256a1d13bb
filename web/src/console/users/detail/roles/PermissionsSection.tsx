import { Anchor, Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roleAddress } from "../../../../kit/addresses";
import { ConfirmDialog } from "../../../../kit/ConfirmDialog";
import { useNotify } from "../../../../kit/notify";
import { nameOf } from "../../../../kit/Person";
import { SearchField } from "../../../../kit/SearchField";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { matching } from "../../../../kit/useLocalPages";
import { useTakePermissions, useUserPermissions, type UserPermission } from "../queries/roles";
import { Row, Rows } from "../Rows";
import { useShownUser } from "../ShownUser";
import { byApi } from "./byApi";
import { GivePermissionsDialog } from "./GivePermissionsDialog";

/** More permissions than this are searched. */
const MANY = 12;

/** What a user may do by API, with where each permission comes from: the effective permissions. */
export function PermissionsSection({ mayUpdate }: { mayUpdate: boolean }) {
  const { t } = useTranslation("user");
  const { userId } = useShownUser();
  const { data, error, refetch } = useUserPermissions(userId);
  const [search, setSearch] = useState("");
  const [giving, setGiving] = useState(false);
  const [taking, setTaking] = useState<UserPermission>();
  const found = matching(data, search, (one) => [one.permission_name, one.description, one.resource_server_name]);
  const give = mayUpdate && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGiving(true)}>
      {t("permissions.give")}
    </Button>
  );
  return (
    <Section title={t("permissions.title")} description={t("permissions.text")} actions={give}>
      <Stack gap="md">
        {error && !data && <Problem error={error} retry={() => void refetch()} />}
        {(data?.length ?? 0) > MANY && (
          <SearchField label={t("permissions.search")} value={search} onChange={setSearch} wait={0} />
        )}
        {(found?.length ?? 0) === 0 && (
          <Rows rows={found} loading={!error} empty={emptyText()}>
            {() => null}
          </Rows>
        )}
        {byApi(found ?? []).map(({ identifier, name, permissions }) => (
          <div key={identifier}>
            <Group gap="xs" mb={4}>
              <Title order={3}>{name}</Title>
              <Text size="xs" c="dimmed">
                {identifier}
              </Text>
            </Group>
            <Rows rows={permissions} empty="">
              {(one) => (
                <PermissionRow
                  key={one.permission_name}
                  permission={one}
                  take={mayUpdate ? () => setTaking(one) : undefined}
                />
              )}
            </Rows>
          </div>
        ))}
      </Stack>
      <GivePermissionsDialog opened={giving} onClose={() => setGiving(false)} given={data ?? []} />
      <TakePermission permission={taking} close={() => setTaking(undefined)} />
    </Section>
  );

  function emptyText() {
    return search ? t("common:list.noMatch") : t("permissions.empty");
  }
}

function PermissionRow({ permission, take }: { permission: UserPermission; take: (() => void) | undefined }) {
  const { t } = useTranslation("user");
  const { permission_name: name, description, sources } = permission;
  const isDirect = sources.some((source) => source.source_type === "DIRECT");
  const from = (
    <Group gap={6} justify="flex-end">
      {sources.map((source) =>
        source.source_type === "DIRECT" ? (
          <Badge key="direct" color="accent">
            {t("permissions.direct")}
          </Badge>
        ) : (
          <Anchor key={source.source_id} component={Link} to={roleAddress(source.source_id)} size="xs">
            {t("permissions.byRole", { role: source.source_name })}
          </Anchor>
        ),
      )}
    </Group>
  );
  const label = t("permissions.takeWhat", { permission: name });
  return (
    <Row end={from} remove={take && isDirect ? { label, run: take } : undefined}>
      <Text size="sm" ff="monospace">
        {name}
      </Text>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
    </Row>
  );
}

function TakePermission({ permission, close }: { permission: UserPermission | undefined; close: () => void }) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const take = useTakePermissions(userId);
  const { done } = useNotify();
  const words = { name: nameOf(user), permission: permission?.permission_name };
  const isByRole = permission?.sources.some((source) => source.source_type !== "DIRECT");
  return (
    <ConfirmDialog
      opened={permission !== undefined}
      onClose={close}
      title={t("permissions.takeTitle", words)}
      action={t("permissions.take")}
      danger
      onConfirm={async () => {
        if (!permission) return;
        const { resource_server_identifier, permission_name } = permission;
        await take.mutateAsync([{ resource_server_identifier, permission_name }]);
        done(t("permissions.taken", words));
      }}
    >
      <Text size="sm">{isByRole ? t("permissions.takeStays", words) : t("permissions.takeText", words)}</Text>
    </ConfirmDialog>
  );
}
