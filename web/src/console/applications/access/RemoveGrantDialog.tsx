import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { useDeleteGrant } from "../changes";
import type { ClientGrant } from "../queries";

interface RemoveGrantProps {
  /** What is to go; undefined closes the dialog. */
  grant: ClientGrant | undefined;
  /** The application's name. */
  name: string;
  onClose: () => void;
}

/** Takes a grant back. */
export function RemoveGrantDialog({ grant, name, onClose }: RemoveGrantProps) {
  const { t } = useTranslation("applications");
  const notify = useNotify();
  const remove = useDeleteGrant(grant?.client_id ?? "");
  async function confirm() {
    if (!grant) return;
    await remove.mutateAsync(grant.id);
    notify.done(t("access.removed"));
  }
  return (
    <ConfirmDialog
      opened={grant !== undefined}
      onClose={onClose}
      title={t("access.removeTitle")}
      action={t("common:action.remove")}
      danger
      onConfirm={confirm}
    >
      <Text size="sm">{t("access.removeMeaning", { name, api: grant?.audience })}</Text>
    </ConfirmDialog>
  );
}
