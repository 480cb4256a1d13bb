import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { Facts } from "../../kit/Facts";
import { useNotify } from "../../kit/notify";
import { SaveBar } from "../../kit/SaveBar";
import { Section } from "../../kit/Section";
import { changedOf, useSaving } from "../../kit/useSaving";
import { useMay } from "../../session/SessionContext";
import { useUpdateRole } from "./changes";
import { DeleteRole } from "./DeleteRole";
import { RoleFields, useRoleForm } from "./RoleFields";

/** A role's own fields, and the end of it. */
export function RoleSettings({ role }: { role: Role }) {
  const mayUpdate = useMay("update:roles");
  const mayDelete = useMay("delete:roles");
  return (
    <Stack gap="lg" maw={900}>
      {mayUpdate ? <SettingsForm role={role} /> : <RoleFacts role={role} />}
      {mayDelete && <DeleteRole role={role} />}
    </Stack>
  );
}

function RoleFacts({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  return (
    <Section title={t("tab.settings")}>
      <Facts
        facts={[
          [t("field.name"), role.name],
          [t("field.description"), role.description || undefined],
          [t("field.default"), role.is_default ? t("field.defaultText") : undefined],
        ]}
      />
    </Section>
  );
}

function SettingsForm({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  const notify = useNotify();
  const update = useUpdateRole(role.id);
  const form = useRoleForm({ name: role.name, description: role.description, is_default: role.is_default });
  const { submit, saving, error } = useSaving(form, async (values) => {
    await update.mutateAsync(changedOf(form, values));
    notify.done(t("common:form.saved"));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Section title={t("tab.settings")}>
        <Stack maw={640}>
          <RoleFields form={form} />
        </Stack>
      </Section>
      <SaveBar changed={form.isDirty()} saving={saving} discard={form.reset} error={error} />
    </form>
  );
}
