import { Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { roleAddress } from "../../kit/addresses";
import { DialogForm } from "../../kit/DialogForm";
import { useSaving } from "../../kit/useSaving";
import { useCreateRole } from "./changes";
import { RoleFields, useRoleForm } from "./RoleFields";

/** Asks for a new role and goes to it. */
export function CreateRoleDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("roles");
  return (
    <Modal opened={opened} onClose={onClose} title={t("create.title")}>
      <CreateRoleForm onClose={onClose} />
    </Modal>
  );
}

function CreateRoleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("roles");
  const navigate = useNavigate();
  const create = useCreateRole();
  const form = useRoleForm({ name: "", description: "", is_default: false });
  const { submit, saving, error } = useSaving(form, async (values) => {
    const role = await create.mutateAsync(values);
    onClose();
    await navigate({ to: roleAddress(role.id), search: { tab: "permissions" } });
  });
  return (
    <DialogForm onSubmit={submit} onClose={onClose} action={t("create.action")} working={saving} error={error}>
      <RoleFields form={form} />
    </DialogForm>
  );
}
