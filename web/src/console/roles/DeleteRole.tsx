import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { ConfirmDialog } from "../../kit/ConfirmDialog";
import { DangerSection } from "../../kit/DangerSection";
import { useNotify } from "../../kit/notify";
import { useMay } from "../../session/SessionContext";
import { useFormat } from "../../words/format";
import { useDeleteRole } from "./changes";
import { useRoleCount } from "./queries";

/** Deletes a role, and says before how many lose it. */
export function DeleteRole({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const mayCount = useMay("read:users", "read:role_members");
  const { data: members } = useRoleCount(role.id, "users", opened && mayCount);
  const remove = useDeleteRole(role.id);
  async function confirm() {
    await remove.mutateAsync();
    notify.done(t("delete.done", { name: role.name }));
    await navigate({ to: "/roles" });
  }
  return (
    <DangerSection title={t("delete.title")} text={t("delete.text")} action={t("delete.action")} onAction={open}>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t("delete.question", { name: role.name })}
        action={t("delete.action")}
        typed={role.name}
        danger
        onConfirm={confirm}
      >
        <Text size="sm">
          {members === undefined
            ? t("delete.unknown")
            : t("delete.members", { count: members, number: format.number(members) })}
        </Text>
        <Text size="sm">{t("delete.meaning")}</Text>
      </ConfirmDialog>
    </DangerSection>
  );
}
