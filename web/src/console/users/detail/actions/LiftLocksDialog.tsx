import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useLiftLocks } from "../queries/security";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";

/** Lifts the locks after failed sign-ins. */
export function LiftLocksDialog(dialog: ActionDialogProps) {
  const { t } = useTranslation("user");
  const lift = useLiftLocks(dialog.user.user_id ?? "");
  const { done } = useNotify();
  const name = nameOf(dialog.user);
  return (
    <SecurityDialog
      {...dialog}
      title={t("liftLocks.title", { name })}
      effect={t("liftLocks.effect")}
      action={t("action.liftLocks")}
      onConfirm={async () => {
        await lift.mutateAsync(undefined);
        done(t("liftLocks.done", { name }));
      }}
    />
  );
}
