import { Badge, Group, Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import type { Column } from "../../kit/table/types";
import { useMay } from "../../session/SessionContext";
import { useFormat } from "../../words/format";
import { useRoleCount } from "./queries";

/** The columns of the list of roles. */
export function useRoleColumns(): Column<Role>[] {
  const { t } = useTranslation("roles");
  const mayCount = useMay("read:role_members", "read:users");
  const columns: Column<Role>[] = [
    { id: "name", header: t("column.name"), render: (role) => <RoleName role={role} /> },
    {
      id: "permissions",
      header: t("column.permissions"),
      width: "9rem",
      align: "right",
      phone: false,
      render: (role) => <Count roleId={role.id} of="permissions" />,
    },
  ];
  if (mayCount) {
    columns.push({
      id: "users",
      header: t("column.users"),
      width: "9rem",
      align: "right",
      phone: false,
      render: (role) => <Count roleId={role.id} of="users" />,
    });
  }
  return columns;
}

/** A role's name, what it is for, and whether everybody new gets it. */
function RoleName({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={550} truncate>
          {role.name}
        </Text>
        {role.is_default && <Badge>{t("default")}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {role.description || t("noDescription")}
      </Text>
    </>
  );
}

function Count({ roleId, of }: { roleId: string; of: "permissions" | "users" }) {
  const format = useFormat();
  const count = useRoleCount(roleId, of);
  if (count.isPending) return <Skeleton h={14} w={28} ml="auto" />;
  return count.data === undefined ? "–" : format.number(count.data);
}
