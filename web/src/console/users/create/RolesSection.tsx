import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { RolePicker } from "../detail/roles/RolePicker";
import type { CreateFormState } from "./useCreateForm";

/** Roles of the tenant's applications to begin with. */
export function RolesSection({ form }: { form: CreateFormState }) {
  const { t } = useTranslation("user");
  return (
    <Section title={t("create.roles")} description={t("create.rolesText")}>
      <RolePicker chosen={form.values.roles} onChange={(roles) => form.setFieldValue("roles", roles)} />
    </Section>
  );
}
