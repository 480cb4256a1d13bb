import { Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { TYPES } from "../queries";
import type { PartProps } from "./values";

/** What an application is called, and what it is. */
export function Basics({ form }: PartProps) {
  const { t } = useTranslation("applications");
  return (
    <Section title={t("settings.basics")}>
      <Stack maw={640}>
        <TextInput label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
        <Textarea label={t("field.description")} autosize minRows={2} {...form.getInputProps("description")} />
        <TextInput
          label={t("field.logo")}
          description={t("field.logoText")}
          type="url"
          placeholder="https://shop.example.org/logo.svg"
          {...form.getInputProps("logo_uri")}
        />
        <Select
          label={t("field.type")}
          description={t(`type.${form.values.app_type}.text`)}
          allowDeselect={false}
          data={TYPES.map((value) => ({ value, label: t(`type.${value}.name`) }))}
          {...form.getInputProps("app_type")}
        />
        <Switch
          label={t("field.firstParty")}
          description={t("field.firstPartyText")}
          {...form.getInputProps("is_first_party", { type: "checkbox" })}
        />
      </Stack>
    </Section>
  );
}
