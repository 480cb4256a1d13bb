import { Code, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { useChangeScopes } from "../changes";
import type { ResourceServer, Scope } from "../queries";

interface RemoveScopeProps {
  api: ResourceServer;
  /** What is to go; undefined closes the dialog. */
  scope: Scope | undefined;
  onClose: () => void;
}

/** Removes a scope: whoever was permitted it is so no more. */
export function RemoveScopeDialog({ api, scope, onClose }: RemoveScopeProps) {
  const { t } = useTranslation("apis");
  const notify = useNotify();
  const change = useChangeScopes(api.id);
  async function confirm() {
    if (!scope) return;
    await change.mutateAsync((scopes) => scopes.filter(({ value }) => value !== scope.value));
    notify.done(t("scopes.removed", { scope: scope.value }));
  }
  return (
    <ConfirmDialog
      opened={scope !== undefined}
      onClose={onClose}
      title={t("scopes.removeTitle", { name: api.name })}
      action={t("common:action.remove")}
      danger
      onConfirm={confirm}
    >
      <Text size="sm">
        <Code>{scope?.value}</Code>
      </Text>
      <Text size="sm">{t("scopes.removeMeaning")}</Text>
    </ConfirmDialog>
  );
}
