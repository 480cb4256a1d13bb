import { Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PhoneInput } from "../../../kit/phone/PhoneInput";
import { Section } from "../../../kit/Section";
import type { Database } from "./queries";
import type { CreateFormState } from "./useCreateForm";

interface IdentifierSectionProps {
  form: CreateFormState;
  connections: Database[];
}

/** The user store, and what the user signs in with: at least one of three. */
export function IdentifierSection({ form, connections }: IdentifierSectionProps) {
  const { t } = useTranslation("user");
  const { email, phone_number: phone } = form.values;
  return (
    <Section title={t("create.who")} description={t("create.whoText")}>
      <Stack gap="md">
        <Select
          label={t("create.connection")}
          data={connections.map(({ name, label }) => ({ value: name, label }))}
          allowDeselect={false}
          {...form.getInputProps("connection")}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="lg">
          <Stack gap="xs">
            <TextInput
              label={t("field.email")}
              type="email"
              autoComplete="off"
              data-autofocus
              {...form.getInputProps("email")}
            />
            <Switch
              label={t("field.email_verified")}
              disabled={!email.trim()}
              {...form.getInputProps("email_verified", { type: "checkbox" })}
            />
          </Stack>
          <Stack gap="xs">
            <PhoneInput
              label={t("field.phone_number")}
              value={phone}
              onChange={(number) => form.setFieldValue("phone_number", number)}
              error={form.errors["phone_number"]}
              data-path="phone_number"
            />
            <Switch
              label={t("field.phone_verified")}
              disabled={!phone}
              {...form.getInputProps("phone_verified", { type: "checkbox" })}
            />
          </Stack>
          <TextInput
            label={t("field.username")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps("username")}
          />
          <TextInput
            label={t("create.displayName")}
            description={t("create.displayNameHint")}
            autoComplete="off"
            {...form.getInputProps("name")}
          />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}
