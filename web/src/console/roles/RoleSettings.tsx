import { Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { Facts } from "../../kit/Facts";
import { FormFooter } from "../../kit/FormFooter";
import { useNotify } from "../../kit/notify";
import { Section } from "../../kit/Section";
import { changedOf, useSaving } from "../../kit/useSaving";
import { useMay } from "../../session/SessionContext";
import { useUpdateRole } from "./changes";
import { DeleteRole } from "./DeleteRole";

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
  const form = useForm({
    initialValues: { name: role.name, description: role.description, is_default: role.is_default },
    validate: { name: isNotEmpty(t("common:form.required")) },
  });
  const { submit, saving, error } = useSaving(form, async (values) => {
    await update.mutateAsync(changedOf(form, values));
    notify.done(t("common:form.saved"));
  });
  return (
    <Section title={t("tab.settings")}>
      <form onSubmit={submit} noValidate>
        <Stack maw={560}>
          <TextInput label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
          <Textarea
            label={t("field.description")}
            description={t("field.descriptionText")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            autosize
            minRows={2}
            {...form.getInputProps("description")}
          />
          <Switch
            label={t("field.default")}
            description={t("field.defaultText")}
            {...form.getInputProps("is_default", { type: "checkbox" })}
          />
        </Stack>
        <FormFooter changed={form.isDirty()} saving={saving} discard={form.reset} error={error} />
      </form>
    </Section>
  );
}
