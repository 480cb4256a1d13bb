import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useVerificationMail } from "../queries/security";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";

/** Sends a mail to prove the address. */
export function VerificationMailDialog(dialog: ActionDialogProps) {
  const { t } = useTranslation("user");
  const send = useVerificationMail();
  const { done } = useNotify();
  const { email, user_id: userId = "" } = dialog.user;
  return (
    <SecurityDialog
      {...dialog}
      title={t("verificationMail.title", { name: nameOf(dialog.user) })}
      effect={t("verificationMail.effect", { email })}
      action={t("action.verificationMail")}
      onConfirm={async () => {
        await send.mutateAsync(userId);
        done(t("verificationMail.done", { email }));
      }}
    />
  );
}
