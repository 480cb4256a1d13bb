import { Switch, Textarea, TextInput } from "@mantine/core";
import { isNotEmpty, useForm, type UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";

/** A role's own fields. */
export interface RoleValues {
  name: string;
  description: string;
  is_default: boolean;
}

/** The form of a role. */
export function useRoleForm(initialValues: RoleValues): UseFormReturnType<RoleValues> {
  const { t } = useTranslation();
  return useForm({ initialValues, validate: { name: isNotEmpty(t("common:form.required")) } });
}

/** The fields of such a form. */
export function RoleFields({ form }: { form: UseFormReturnType<RoleValues> }) {
  const { t } = useTranslation("roles");
  return (
    <>
      <TextInput data-autofocus label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
      <Textarea
        label={t("field.description")}
        description={t("field.descriptionText")}
        autosize
        minRows={2}
        {...form.getInputProps("description")}
      />
      <Switch
        label={t("field.default")}
        description={t("field.defaultText")}
        {...form.getInputProps("is_default", { type: "checkbox" })}
      />
    </>
  );
}
