import type { ComponentType } from "react";
import type { Status } from "../queries/user";
import { DeleteDialog } from "./DeleteDialog";
import { LiftLocksDialog } from "./LiftLocksDialog";
import { PasswordLinkDialog, VerificationLinkDialog } from "./LinkDialogs";
import type { ActionName } from "./offered";
import { PasswordDialog } from "./PasswordDialog";
import { RevokeAccessDialog } from "./RevokeAccessDialog";
import { RoleDialog } from "./RoleDialog";
import type { ActionDialogProps } from "./SecurityDialog";
import { StatusDialog } from "./StatusDialog";
import { VerificationMailDialog } from "./VerificationMailDialog";

function setting(status: Status): ComponentType<ActionDialogProps> {
  return function SettingStatus(dialog) {
    return <StatusDialog {...dialog} status={status} />;
  };
}

const DIALOGS: Record<Exclude<ActionName, "delete">, ComponentType<ActionDialogProps>> = {
  resetPassword: PasswordDialog,
  passwordLink: PasswordLinkDialog,
  verificationMail: VerificationMailDialog,
  verificationLink: VerificationLinkDialog,
  revokeAccess: RevokeAccessDialog,
  liftLocks: LiftLocksDialog,
  changeRole: RoleDialog,
  activate: setting("active"),
  unblock: setting("active"),
  reactivate: setting("active"),
  suspend: setting("suspended"),
  deactivate: setting("deactivated"),
  archive: setting("archived"),
};

interface NamedDialogProps extends ActionDialogProps {
  name: ActionName;
  /** Opens the dialog of another action instead. */
  change: (name: ActionName) => void;
}

/** The dialog of an action. */
export function ActionDialog({ name, change, ...dialog }: NamedDialogProps) {
  if (name === "delete") {
    const suspendInstead = dialog.user.blocked ? undefined : () => change("suspend");
    return <DeleteDialog {...dialog} suspendInstead={suspendInstead} />;
  }
  const Dialog = DIALOGS[name];
  return <Dialog {...dialog} />;
}
