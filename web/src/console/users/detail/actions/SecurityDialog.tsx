import { Alert, Paper, Text } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { ConfirmDialog } from "../../../../kit/ConfirmDialog";
import { Person } from "../../../../kit/Person";

/** What every dialog of an action is given. */
export interface ActionDialogProps {
  user: User;
  opened: boolean;
  onClose: () => void;
}

interface SecurityDialogProps extends ActionDialogProps {
  title: string;
  /** What it does to the account. */
  effect: ReactNode;
  action: string;
  danger?: boolean;
  typed?: string;
  ready?: boolean;
  onConfirm: () => Promise<unknown>;
  /** Fields, where something is to be chosen or typed. */
  children?: ReactNode;
}

/** Asks before a security action: names the user, says what it does, and reminds of who is really asking (S4.L22). */
export function SecurityDialog({ user, effect, children, ...dialog }: SecurityDialogProps) {
  const { t } = useTranslation("user");
  return (
    <ConfirmDialog {...dialog}>
      <Paper p="sm" radius="md">
        <Person user={user} />
      </Paper>
      <Text size="sm">{effect}</Text>
      {children}
      <Alert variant="light" color="gray" icon={<IconUserQuestion size={18} aria-hidden />} p="sm">
        <Text size="xs">{t("dialog.checkIdentity")}</Text>
      </Alert>
    </ConfirmDialog>
  );
}
