import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconPlus, IconShieldCheck, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { apiAddress } from "../../../kit/addresses";
import { Bleed } from "../../../kit/Bleed";
import { SearchField } from "../../../kit/SearchField";
import { Section } from "../../../kit/Section";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import type { Column } from "../../../kit/table/types";
import { matching, useLocalPages } from "../../../kit/useLocalPages";
import { useMay } from "../../../session/SessionContext";
import { useRolePermissions, type RolePermission } from "../queries";
import { AddPermissionsDialog } from "./AddPermissionsDialog";
import { keyOf } from "./names";
import { RemovePermissionsDialog } from "./RemovePermissionsDialog";

/** What a role permits, API by API. */
export function RolePermissions({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  const permissions = useRolePermissions(role.id);
  const mayUpdate = useMay("update:roles");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, { open, close }] = useDisclosure();
  const [removing, removal] = useDisclosure();
  useHotkeys(mayUpdate ? [["c", open]] : []);
  const found = matching(permissions.data, search, textsOf);
  const { part, pager, several } = useLocalPages(found);
  const add = mayUpdate && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("permissions.add")}
    </Button>
  );
  const picked = permissions.data?.filter((permission) => chosen.has(keyOf(permission))) ?? [];
  return (
    <Section title={t("tab.permissions")} description={t("permissions.text")} actions={add}>
      <Stack gap="sm">
        {/* As high as its search, which an empty role has none of: what stands below stays where it is. */}
        <Group justify="space-between" mih={36}>
          {permissions.data?.length !== 0 && (
            <SearchField label={t("permissions.search")} value={search} onChange={setSearch} wait={0} />
          )}
          {picked.length > 0 && (
            <Button color="red" variant="light" leftSection={<IconTrash size={16} />} onClick={removal.open}>
              {t("permissions.remove", { count: picked.length })}
            </Button>
          )}
        </Group>
        <Bleed>
          <DataTable
            label={t("tab.permissions")}
            columns={usePermissionColumns()}
            rows={part}
            rowKey={keyOf}
            rowName={(permission) => permission.permission_name}
            error={permissions.error}
            retry={() => void permissions.refetch()}
            {...(mayUpdate && { selection: { keys: chosen, change: setChosen } })}
            empty={
              search ? (
                <Empty title={t("common:list.noMatch")} text={t("noMatch", { text: search })} />
              ) : (
                <Empty title={t("permissions.empty")} text={t("permissions.emptyText")} icon={<IconShieldCheck />} />
              )
            }
          />
          {several && pager && <Pager {...pager} />}
        </Bleed>
      </Stack>
      <AddPermissionsDialog role={role} given={permissions.data ?? []} opened={adding} onClose={close} />
      <RemovePermissionsDialog
        role={role}
        permissions={picked}
        opened={removing}
        onClose={removal.close}
        onDone={() => setChosen(new Set())}
      />
    </Section>
  );
}

function textsOf(permission: RolePermission): string[] {
  return [permission.permission_name, permission.description, permission.resource_server_name];
}

function usePermissionColumns(): Column<RolePermission>[] {
  const { t } = useTranslation("roles");
  const maySeeApis = useMay("read:resource_servers");
  return [
    {
      id: "permission",
      header: t("permissions.permission"),
      render: (permission) => (
        <>
          <Text size="sm" fw={550} truncate>
            {permission.permission_name}
          </Text>
          {permission.description && (
            <Text size="xs" c="dimmed" truncate>
              {permission.description}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "api",
      header: t("permissions.api"),
      width: "40%",
      render: (permission) =>
        maySeeApis ? (
          <Anchor component={Link} to={apiAddress(permission.resource_server_identifier)} size="sm">
            {permission.resource_server_name}
          </Anchor>
        ) : (
          permission.resource_server_name
        ),
    },
  ];
}
