import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Application, BrowserSession } from "../../../api/types";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { Person } from "../../../kit/Person";
import { useEndSession, useTakeOffline } from "../changes";

/** What is to be ended, and whose it is. */
export interface Ending {
  what: "session" | "application" | "everywhere";
  session: BrowserSession;
  name: string;
}

interface EndDialogProps {
  application: Application;
  /** Undefined closes the dialog. */
  ending: Ending | undefined;
  onClose: () => void;
}

/** Takes a person offline: from a browser, from the application, or everywhere. */
export function EndDialog({ application, ending, onClose }: EndDialogProps) {
  const { t } = useTranslation("applications");
  const notify = useNotify();
  const clientId = application.client_id ?? "";
  const endSession = useEndSession(clientId);
  const takeOffline = useTakeOffline(clientId);
  async function confirm() {
    if (!ending) return;
    const { what, session } = ending;
    if (what === "session") await endSession.mutateAsync(session.id);
    else await takeOffline.mutateAsync({ userId: session.user_id, everywhere: what === "everywhere" });
    notify.done(t("people.done", { name: ending.name }));
  }
  const what = ending?.what ?? "session";
  return (
    <ConfirmDialog
      opened={ending !== undefined}
      onClose={onClose}
      title={t(`people.${what}.title`)}
      action={t(`people.${what}.action`)}
      danger
      onConfirm={confirm}
    >
      {ending && <Person user={ending.session.user ?? { user_id: ending.session.user_id }} />}
      <Text size="sm">{t(`people.${what}.meaning`, { application: application.name })}</Text>
    </ConfirmDialog>
  );
}
