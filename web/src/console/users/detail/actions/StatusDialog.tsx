import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useSetStatus, type Status } from "../queries/user";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";
import { useNotice } from "./useNotice";

const STATUSES: Status[] = ["active", "pending_activation", "suspended", "deactivated", "archived"];

/** What takes access away. */
const TAKES_AWAY: Status[] = ["suspended", "deactivated", "archived"];

interface StatusDialogProps extends ActionDialogProps {
  /** The status to set; without one it is chosen in the dialog. */
  status?: Status;
}

/** Changes a user's status, with a reason for the record. */
export function StatusDialog({ status, ...dialog }: StatusDialogProps) {
  const { t } = useTranslation("user");
  const { user } = dialog;
  const [chosen, choose] = useState<Status>();
  const [reason, setReason] = useState("");
  const change = useSetStatus(user.user_id ?? "");
  const { done } = useNotify();
  const notice = useNotice(user);
  const next = status ?? chosen;
  const name = nameOf(user);
  const words = next === "active" && !user.blocked ? "activate" : next;

  async function confirm() {
    if (!next) return;
    await change.mutateAsync({ status: next, reason: reason.trim(), ...notice.told });
    done(t("status.done", { name, status: t(`common:status.${next}`) }));
    close();
  }
  function close() {
    choose(undefined);
    setReason("");
    dialog.onClose();
  }
  return (
    <SecurityDialog
      {...dialog}
      onClose={close}
      title={status ? t(`status.title.${words}`, { name }) : t("status.title.change", { name })}
      effect={next ? t(`status.effect.${next}`) : t("status.choose")}
      action={words ? t(`status.action.${words}`) : t("action.changeStatus")}
      danger={next !== undefined && TAKES_AWAY.includes(next)}
      ready={next !== undefined}
      onConfirm={confirm}
    >
      {!status && (
        <Select
          label={t("status.next")}
          data={STATUSES.filter((one) => one !== user.status).map((one) => ({
            value: one,
            label: t(`common:status.${one}`),
          }))}
          value={chosen ?? null}
          onChange={(value) => choose((value as Status | null) ?? undefined)}
          allowDeselect={false}
        />
      )}
      <Textarea
        label={t("status.reason")}
        description={t("status.reasonHint")}
        autosize
        minRows={2}
        maxRows={6}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {notice.field}
    </SecurityDialog>
  );
}
