import { Code, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useNotify } from "../../../kit/notify";
import { useChangeScopes } from "../changes";
import type { ResourceServer, Scope } from "../queries";

interface EditScopeProps {
  api: ResourceServer;
  /** What is to be described; undefined closes the dialog. */
  scope: Scope | undefined;
  onClose: () => void;
}

/** Describes a scope; its name is what tokens hold, and stays. */
export function EditScopeDialog({ api, scope, onClose }: EditScopeProps) {
  const { t } = useTranslation("apis");
  const notify = useNotify();
  const change = useChangeScopes(api.id);
  const [description, setDescription] = useState<string>();
  const shown = description ?? scope?.description ?? "";
  function close() {
    setDescription(undefined);
    onClose();
  }
  async function confirm() {
    await change.mutateAsync((scopes) =>
      scopes.map((each) => (each.value === scope?.value ? { ...each, description: shown } : each)),
    );
    notify.done(t("common:form.saved"));
  }
  return (
    <ConfirmDialog
      opened={scope !== undefined}
      onClose={close}
      title={t("scopes.editTitle")}
      action={t("common:action.save")}
      onConfirm={confirm}
    >
      <Text size="sm">
        <Code>{scope?.value}</Code>
      </Text>
      <TextInput
        data-autofocus
        label={t("scopes.description")}
        description={t("scopes.nameStays")}
        value={shown}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
