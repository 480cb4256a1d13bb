import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { Person } from "../../../kit/Person";
import { useRemoveMember } from "../changes";
import type { RoleMember } from "../queries";

interface RemoveMemberProps {
  role: Role;
  /** Who is to lose it; undefined closes the dialog. */
  member: RoleMember | undefined;
  onClose: () => void;
}

/** Takes a role from a user. */
export function RemoveMemberDialog({ role, member, onClose }: RemoveMemberProps) {
  const { t } = useTranslation("roles");
  const notify = useNotify();
  const remove = useRemoveMember(role.id);
  async function confirm() {
    if (!member) return;
    await remove.mutateAsync(member.user_id);
    notify.done(t("members.removed"));
  }
  return (
    <ConfirmDialog
      opened={member !== undefined}
      onClose={onClose}
      title={t("members.removeFrom", { name: role.name })}
      action={t("members.remove")}
      danger
      onConfirm={confirm}
    >
      {member && <Person user={member} />}
      <Text size="sm">{t("members.removeMeaning")}</Text>
    </ConfirmDialog>
  );
}
