import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { DeleteSection } from "../../kit/DeleteSection";
import { useMay } from "../../session/SessionContext";
import { useFormat } from "../../words/format";
import { useDeleteRole } from "./changes";
import { useRoleCount } from "./queries";

/** Deletes a role, and says before how many lose it. */
export function DeleteRole({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  const remove = useDeleteRole(role.id);
  return (
    <DeleteSection room="roles" name={role.name} onDelete={() => remove.mutateAsync()} to="/roles">
      <Members roleId={role.id} />
      <Text size="sm">{t("delete.meaning")}</Text>
    </DeleteSection>
  );
}

/** Counted when the dialog is there. */
function Members({ roleId }: { roleId: string }) {
  const { t } = useTranslation("roles");
  const format = useFormat();
  const mayCount = useMay("read:users", "read:role_members");
  const { data: members } = useRoleCount(roleId, "users", mayCount);
  return (
    <Text size="sm">
      {members === undefined
        ? t("delete.unknown")
        : t("delete.members", { count: members, number: format.number(members) })}
    </Text>
  );
}
