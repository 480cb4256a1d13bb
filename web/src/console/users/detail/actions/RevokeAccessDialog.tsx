import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useRevokeAccess } from "../queries/access";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";
import { useNotice } from "./useNotice";

interface RevokeAccessDialogProps extends ActionDialogProps {
  /** One application only. */
  application?: { clientId: string; name: string } | undefined;
}

/** Forces a user offline: everywhere, or from one application. */
export function RevokeAccessDialog({ application, ...dialog }: RevokeAccessDialogProps) {
  const { t } = useTranslation("user");
  const revoke = useRevokeAccess(dialog.user.user_id ?? "");
  const { done } = useNotify();
  const notice = useNotice(dialog.user);
  const words = { name: nameOf(dialog.user), application: application?.name };
  const kind = application ? "revokeApplication" : "revokeAccess";
  return (
    <SecurityDialog
      {...dialog}
      title={t(`${kind}.title`, words)}
      effect={t(`${kind}.effect`, words)}
      action={t("action.revokeAccess")}
      danger
      onConfirm={async () => {
        await revoke.mutateAsync({ clientId: application?.clientId, ...notice.told });
        done(t(`${kind}.done`, words));
      }}
    >
      {notice.field}
    </SecurityDialog>
  );
}
