import { Button, Group, Stack, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { applicationAddress } from "../../kit/addresses";
import { Lines, linesOf } from "../../kit/Lines";
import { Page } from "../../kit/Page";
import { Section } from "../../kit/Section";
import { Problem } from "../../kit/states";
import { UnsavedGuard } from "../../kit/UnsavedGuard";
import { useSaving } from "../../kit/useSaving";
import { useCreateApplication } from "./changes";
import type { ApplicationType } from "./queries";
import { keepSecret } from "./secret/freshSecret";
import { useAtLine } from "./settings/atLine";
import { TypeChoice } from "./TypeChoice";

/** Asks for a new application, then leads to its quick start. */
export function CreateApplicationPage() {
  const { t } = useTranslation("applications");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useCreateApplication();
  const [made, setMade] = useState<string>();
  const form = useForm({
    initialValues: { app_type: "spa" as ApplicationType, name: "", callbacks: "" },
    validate: { name: isNotEmpty(t("common:form.required")) },
  });
  const hasPages = form.values.app_type !== "non_interactive";
  const { submit, saving, error } = useSaving(
    form,
    async ({ app_type, name, callbacks }) => {
      const body = { app_type, name, ...(hasPages && { callbacks: linesOf(callbacks) }) };
      const told = await create.mutateAsync(body);
      keepSecret(queries, told.client_id, told.client_secret);
      setMade(told.client_id);
    },
    { mend: useAtLine() },
  );
  // Once the guard knows that nothing is unsaved any more.
  useEffect(() => {
    if (made) void navigate({ to: applicationAddress(made), replace: true });
  }, [made, navigate]);
  return (
    <Page title={t("create.title")} parent={{ to: "/applications", label: t("title") }}>
      <form onSubmit={submit} noValidate>
        <UnsavedGuard changed={form.isDirty() && !saving && !made} />
        <Stack gap="lg" maw={900}>
          <Section title={t("create.kind")}>
            <TypeChoice {...form.getInputProps("app_type")} />
          </Section>
          <Section title={t("create.about")}>
            <Stack maw={640}>
              <TextInput label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
              {hasPages && (
                <Lines
                  label={t("field.callbacks")}
                  description={t("field.callbacksText")}
                  placeholder="https://shop.example.org/callback"
                  {...form.getInputProps("callbacks")}
                />
              )}
            </Stack>
          </Section>
          {error !== undefined && <Problem error={error} />}
          <Group gap="xs">
            <Button type="submit" loading={saving}>
              {t("create.action")}
            </Button>
            <Button component={Link} to="/applications" variant="default">
              {t("common:action.cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
