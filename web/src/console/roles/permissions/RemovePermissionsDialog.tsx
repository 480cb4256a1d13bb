import { Code, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { useRemovePermissions } from "../changes";
import type { RolePermission } from "../queries";
import { nameOnly } from "./names";

/** How many are told by name. */
const NAMED = 12;

interface RemovePermissionsProps {
  role: Role;
  permissions: RolePermission[];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Lets a role permit less: says what goes. */
export function RemovePermissionsDialog({ role, permissions, opened, onClose, onDone }: RemovePermissionsProps) {
  const { t } = useTranslation("roles");
  const notify = useNotify();
  const remove = useRemovePermissions(role.id);
  async function confirm() {
    await remove.mutateAsync(permissions.map(nameOnly));
    notify.done(t("permissions.removed", { count: permissions.length }));
    onDone();
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t("permissions.removeFrom", { name: role.name })}
      action={t("permissions.remove", { count: permissions.length })}
      danger
      onConfirm={confirm}
    >
      <Group gap={6}>
        {permissions.slice(0, NAMED).map((permission) => (
          <Code key={`${permission.resource_server_identifier} ${permission.permission_name}`}>
            {permission.permission_name}
          </Code>
        ))}
        {permissions.length > NAMED && (
          <Text size="sm">{t("permissions.others", { count: permissions.length - NAMED })}</Text>
        )}
      </Group>
      <Text size="sm">{t("permissions.removeMeaning")}</Text>
    </ConfirmDialog>
  );
}
