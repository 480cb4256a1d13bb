import { Button, Group, Stack, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { useNotify } from "../../../kit/notify";
import { Problem } from "../../../kit/states";
import { useSaving } from "../../../kit/useSaving";
import { useChangeScopes } from "../changes";
import type { ResourceServer } from "../queries";
import classes from "./AddScope.module.css";

/** A refusal of `scopes[7].value` is one of the field that was filled in. */
export function atScope(error: unknown): unknown {
  const part = error instanceof ApiError ? /^scopes\[\d+\]\.?(\w*)$/.exec(error.field ?? "") : null;
  if (!(error instanceof ApiError) || !part) return error;
  return new ApiError(error.status, error.code, error.message, part[1] || "value");
}

/** Adds a scope to an API. */
export function AddScope({ api }: { api: ResourceServer }) {
  const { t } = useTranslation("apis");
  const notify = useNotify();
  const change = useChangeScopes(api.id);
  const form = useForm({
    initialValues: { value: "", description: "" },
    validate: { value: isNotEmpty(t("common:form.required")) },
  });
  function begin() {
    const empty = { value: "", description: "" };
    form.setInitialValues(empty);
    form.setValues(empty);
    form.resetDirty(empty);
    form.getInputNode("value")?.focus();
  }
  const { submit, saving, error } = useSaving(
    form,
    async (scope) => {
      await change.mutateAsync((scopes) => [...scopes, scope]);
      notify.done(t("scopes.added", { scope: scope.value }));
    },
    { mend: atScope, after: begin },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Group align="flex-start" gap="sm" className={classes["fields"]}>
          <TextInput
            label={t("scopes.scope")}
            placeholder="read:orders"
            spellCheck={false}
            autoCapitalize="off"
            withAsterisk
            {...form.getInputProps("value")}
          />
          <TextInput
            label={t("scopes.description")}
            placeholder={t("scopes.placeholder")}
            {...form.getInputProps("description")}
          />
          <Button type="submit" loading={saving} className={classes["button"]}>
            {t("common:action.add")}
          </Button>
        </Group>
        {error !== undefined && <Problem error={error} />}
      </Stack>
    </form>
  );
}
