import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { useNotify } from "../../../kit/notify";
import { Problem } from "../../../kit/states";
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
    <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <Stack>
        <UserPicker label={t("members.who")} value={chosen} onChange={setChosen} />
        {add.error && <Problem error={add.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={add.isPending}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={chosen.length === 0}>
            {t("members.addCount", { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
