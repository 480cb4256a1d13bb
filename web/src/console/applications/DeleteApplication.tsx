import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Application } from "../../api/types";
import { ConfirmDialog } from "../../kit/ConfirmDialog";
import { DangerSection } from "../../kit/DangerSection";
import { useNotify } from "../../kit/notify";
import { useDeleteApplication } from "./changes";

/** Deletes an application, and says before what ends with it. */
export function DeleteApplication({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const { client_id: clientId = "", name = "" } = application;
  const notify = useNotify();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const remove = useDeleteApplication(clientId);
  async function confirm() {
    await remove.mutateAsync();
    notify.done(t("delete.done", { name }));
    await navigate({ to: "/applications" });
  }
  return (
    <DangerSection title={t("delete.title")} text={t("delete.text")} action={t("delete.action")} onAction={open}>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t("delete.question", { name })}
        action={t("delete.action")}
        typed={name}
        danger
        onConfirm={confirm}
      >
        <Text size="sm">{t("delete.meaning")}</Text>
      </ConfirmDialog>
    </DangerSection>
  );
}
