import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../kit/ConfirmDialog";
import { DangerSection } from "../../kit/DangerSection";
import { useNotify } from "../../kit/notify";
import { useDeleteApi } from "./changes";
import type { ResourceServer } from "./queries";

/** Deletes an API, and says before what goes with it. */
export function DeleteApi({ api }: { api: ResourceServer }) {
  const { t } = useTranslation("apis");
  const notify = useNotify();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const remove = useDeleteApi(api.id);
  async function confirm() {
    await remove.mutateAsync();
    notify.done(t("delete.done", { name: api.name }));
    await navigate({ to: "/apis" });
  }
  return (
    <DangerSection title={t("delete.title")} text={t("delete.text")} action={t("delete.action")} onAction={open}>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t("delete.question", { name: api.name })}
        action={t("delete.action")}
        typed={api.name}
        danger
        onConfirm={confirm}
      >
        <Text size="sm">{t("delete.meaning", { count: api.scopes.length })}</Text>
      </ConfirmDialog>
    </DangerSection>
  );
}
