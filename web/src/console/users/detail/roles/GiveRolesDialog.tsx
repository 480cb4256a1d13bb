import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../../api/types";
import { ConfirmDialog } from "../../../../kit/ConfirmDialog";
import { useNotify } from "../../../../kit/notify";
import { nameOf } from "../../../../kit/Person";
import { useGiveRoles } from "../queries/roles";
import { useShownUser } from "../ShownUser";
import { RolePicker } from "./RolePicker";

interface GiveRolesDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The roles that the user has. */
  given: Role[];
}

/** Gives a user roles that are found by their names. */
export function GiveRolesDialog({ opened, onClose, given }: GiveRolesDialogProps) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const [chosen, choose] = useState<string[]>([]);
  const give = useGiveRoles(userId);
  const { done } = useNotify();
  const name = nameOf(user);
  function close() {
    choose([]);
    onClose();
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t("roles.giveTitle", { name })}
      action={t("roles.giveCount", { count: chosen.length })}
      ready={chosen.length > 0}
      onConfirm={async () => {
        await give.mutateAsync(chosen);
        done(t("roles.given", { name, count: chosen.length }));
      }}
    >
      <Text size="sm">{t("roles.giveText")}</Text>
      <RolePicker given={new Set(given.map((role) => role.id))} chosen={chosen} onChange={choose} />
    </ConfirmDialog>
  );
}
