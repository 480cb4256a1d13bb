import { Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { SaveBar } from "../../kit/SaveBar";
import { useNotify } from "../../kit/notify";
import { Seconds } from "../../kit/Seconds";
import { Section } from "../../kit/Section";
import { changedOf, useSaving } from "../../kit/useSaving";
import { useUpdateApi } from "./changes";
import type { ResourceServer } from "./queries";
import { NAMES, sentOf, valuesOf, type ApiValues } from "./values";

/** An API's name, its tokens, and whether roles have a say. */
export function ApiSettings({ api }: { api: ResourceServer }) {
  const { t } = useTranslation("apis");
  const notify = useNotify();
  const update = useUpdateApi(api.id);
  const required = isNotEmpty(t("common:form.required"));
  const form = useForm<ApiValues>({
    initialValues: valuesOf(api),
    validate: { name: required, lifetime: required, lifetimeForWeb: required },
  });
  const { submit, saving, error } = useSaving(
    form,
    async (values) => {
      await update.mutateAsync(sentOf(changedOf(form, values), values));
      notify.done(t("common:form.saved"));
    },
    { names: NAMES },
  );
  const toggle = (name: keyof ApiValues, label: string, description: string) => (
    <Switch label={label} description={description} {...form.getInputProps(name, { type: "checkbox" })} />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Section title={t("settings.basics")}>
          <Stack maw={640}>
            <TextInput label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
          </Stack>
        </Section>
        <Section title={t("settings.roles")} description={t("settings.rolesText")}>
          <Stack maw={640}>
            {toggle("policies", t("field.policies"), t("field.policiesText"))}
            {toggle("permissions", t("field.permissions"), t("field.permissionsText"))}
          </Stack>
        </Section>
        <Section title={t("settings.tokens")}>
          <Stack maw={640}>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Select
                label={t("field.form")}
                description={t("field.formText")}
                allowDeselect={false}
                data={[
                  { value: "access_token", label: t("form.auth0") },
                  { value: "rfc9068_profile", label: t("form.rfc9068") },
                ]}
                {...form.getInputProps("form")}
              />
              <Select
                label={t("field.signing")}
                description={t("field.signingText")}
                allowDeselect={false}
                data={["RS256", "ES256"]}
                {...form.getInputProps("signing")}
              />
              <Seconds label={t("field.lifetime")} {...form.getInputProps("lifetime")} />
              <Seconds label={t("field.lifetimeForWeb")} {...form.getInputProps("lifetimeForWeb")} />
            </SimpleGrid>
            {toggle("offline", t("field.offline"), t("field.offlineText"))}
            {toggle("skipConsent", t("field.skipConsent"), t("field.skipConsentText"))}
          </Stack>
        </Section>
      </Stack>
      <SaveBar changed={form.isDirty()} saving={saving} discard={form.reset} error={error} />
    </form>
  );
}
