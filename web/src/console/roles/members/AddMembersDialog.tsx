import { Modal } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { DialogForm } from "../../../kit/DialogForm";
import { useNotify } from "../../../kit/notify";
import { UserPicker } from "../../../kit/UserPicker";
import { useAddMembers } from "../changes";

interface AddMembersProps {
  role: Role;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Gives a role to users, found as one types. */
export function AddMembersDialog(props: AddMembersProps) {
  const { t } = useTranslation("roles");
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("members.addTo", { name: props.role.name })}>
      <AddMembersForm {...props} />
    </Modal>
  );
}

function AddMembersForm({ role, onClose, onDone }: AddMembersProps) {
  const { t } = useTranslation("roles");
  const notify = useNotify();
  const [chosen, setChosen] = useState<string[]>([]);
  const add = useAddMembers(role.id);
  async function submit(event: FormEvent) {
    event.preventDefault();
    await add.mutateAsync(chosen);
    notify.done(t("members.added", { count: chosen.length }));
    onDone();
    onClose();
  }
  return (
    <DialogForm
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      onClose={onClose}
      action={t("members.addCount", { count: chosen.length })}
      working={add.isPending}
      error={add.error}
      ready={chosen.length > 0}
    >
      <UserPicker label={t("members.who")} value={chosen} onChange={setChosen} />
    </DialogForm>
  );
}
