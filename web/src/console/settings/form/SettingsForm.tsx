import { Fieldset, Stack } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { useNotify } from "../../../kit/notify";
import { SaveBar } from "../../../kit/SaveBar";
import { Section } from "../../../kit/Section";
import { changedOf, useSaving } from "../../../kit/useSaving";
import { useMay } from "../../../session/SessionContext";

interface SettingsFormProps<T extends object> {
  title: string;
  description?: ReactNode;
  /** What is set now. */
  values: T;
  /** What a person must hold to change it. */
  scope: string;
  /** Sends what changed; all values are there too. */
  save: (changed: Partial<T>, values: T) => Promise<unknown>;
  /** The API's names of fields, where the form's are others. */
  names?: Record<string, string>;
  children: (form: UseFormReturnType<T>) => ReactNode;
}

/** A refusal of an entry of a list belongs to the list: `allowlist.2`, `allowlist[2]`. */
function ofList(error: unknown): unknown {
  if (!(error instanceof ApiError) || !error.field) return error;
  return new ApiError(error.status, error.code, error.message, error.field.replace(/(\.\d+|\[\d+\])+$/, ""));
}

/** A card of settings that are saved together. */
export function SettingsForm<T extends object>(props: SettingsFormProps<T>) {
  const { title, description, values, scope, save, names, children } = props;
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(scope);
  const form = useForm<T>({ initialValues: values });
  const { submit, saving, error } = useSaving(
    form,
    async (all) => {
      await save(changedOf(form, all), all);
      notify.done(t("form.saved"));
    },
    { names, mend: ofList },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Section title={title} description={description}>
        <Fieldset variant="unstyled" m={0} disabled={!may} aria-label={title}>
          <Stack gap="lg">{children(form)}</Stack>
        </Fieldset>
      </Section>
      <SaveBar changed={form.isDirty()} saving={saving} error={error} discard={form.reset} />
    </form>
  );
}
