import { Anchor, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useDeleteUser } from "../queries/user";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";

interface DeleteDialogProps extends ActionDialogProps {
  /** What one may want instead; absent where it was done already. */
  suspendInstead?: (() => void) | undefined;
}

/** Deletes a user for good, after a typed confirmation; offers to suspend instead. */
export function DeleteDialog({ suspendInstead, ...dialog }: DeleteDialogProps) {
  const { t } = useTranslation("user");
  const { user } = dialog;
  const remove = useDeleteUser(user.user_id ?? "");
  const navigate = useNavigate();
  const { done } = useNotify();
  const name = nameOf(user);
  return (
    <SecurityDialog
      {...dialog}
      title={t("delete.title", { name })}
      effect={t("delete.effect")}
      action={t("delete.action")}
      danger
      typed={user.email ?? user.username ?? name}
      onConfirm={async () => {
        await remove.mutateAsync(undefined);
        done(t("delete.done", { name }));
        await navigate({ to: "/users", ignoreBlocker: true });
      }}
    >
      {suspendInstead && (
        <Text size="sm">
          {t("delete.instead")}{" "}
          <Anchor component="button" type="button" size="sm" onClick={suspendInstead}>
            {t("delete.suspend")}
          </Anchor>
        </Text>
      )}
    </SecurityDialog>
  );
}
