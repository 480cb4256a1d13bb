import { Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Lines } from "../../../kit/Lines";
import { Section } from "../../../kit/Section";
import type { PartProps } from "./values";

/** Where sign-ins and signing out may end, and from where pages may call. */
export function Addresses({ form }: PartProps) {
  const { t } = useTranslation("applications");
  return (
    <Section title={t("settings.addresses")} description={t("settings.addressesText")}>
      <Stack maw={640}>
        <Lines
          label={t("field.callbacks")}
          description={t("field.callbacksText")}
          placeholder="https://shop.example.org/callback"
          {...form.getInputProps("callbacks")}
        />
        <Lines
          label={t("field.logout")}
          description={t("field.logoutText")}
          placeholder="https://shop.example.org/"
          {...form.getInputProps("allowed_logout_urls")}
        />
        <Lines
          label={t("field.origins")}
          description={t("field.originsText")}
          placeholder="https://shop.example.org"
          {...form.getInputProps("web_origins")}
        />
        <Lines
          label={t("field.moreOrigins")}
          description={t("field.moreOriginsText")}
          {...form.getInputProps("allowed_origins")}
        />
        <TextInput
          label={t("field.initiate")}
          description={t("field.initiateText")}
          type="url"
          placeholder="https://shop.example.org/sign-in"
          {...form.getInputProps("initiate_login_uri")}
        />
      </Stack>
    </Section>
  );
}
