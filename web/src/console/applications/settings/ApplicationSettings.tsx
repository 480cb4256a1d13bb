import { Stack } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { SaveBar } from "../../../kit/SaveBar";
import { useNotify } from "../../../kit/notify";
import { changedOf, useSaving } from "../../../kit/useSaving";
import { useUpdateApplication } from "../changes";
import { keepSecret } from "../secret/freshSecret";
import { Addresses } from "./Addresses";
import { useAtLine } from "./atLine";
import { Basics } from "./Basics";
import { NewSecret } from "./NewSecret";
import { Proof } from "./Proof";
import { TokenLifetimes } from "./TokenLifetimes";
import { NAMES, sentOf, valuesOf, type ApplicationValues } from "./values";

/** All that can be set of an application, in one form. */
export function ApplicationSettings({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const notify = useNotify();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const clientId = application.client_id ?? "";
  const update = useUpdateApplication(clientId);
  const [hasSecret, setHasSecret] = useState(false);
  const form = useForm<ApplicationValues>({
    initialValues: valuesOf(application),
    validate: { name: isNotEmpty(t("common:form.required")) },
  });
  const { submit, saving, error } = useSaving(
    form,
    async (values) => {
      const told = await update.mutateAsync(sentOf(changedOf(form, values), values, application));
      keepSecret(queries, clientId, told.client_secret);
      setHasSecret(Boolean(told.client_secret));
      notify.done(t("common:form.saved"));
    },
    { names: NAMES, mend: useAtLine() },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Basics form={form} />
        {form.values.app_type !== "non_interactive" && <Addresses form={form} />}
        <Proof form={form} />
        {form.values.app_type !== "non_interactive" && <TokenLifetimes form={form} />}
      </Stack>
      {hasSecret && <NewSecret open={() => void navigate({ to: ".", search: { tab: "secret" } })} />}
      <SaveBar changed={form.isDirty()} saving={saving} discard={form.reset} error={error} />
    </form>
  );
}
