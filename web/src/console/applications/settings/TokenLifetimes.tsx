import { SimpleGrid, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Seconds } from "../../../kit/Seconds";
import { Section } from "../../../kit/Section";
import type { PartProps } from "./values";

/** How long ID tokens hold, and how refresh tokens live. */
export function TokenLifetimes({ form }: PartProps) {
  const { t } = useTranslation("applications");
  return (
    <Section title={t("settings.tokens")} description={t("settings.tokensText")}>
      <Stack maw={640}>
        <Seconds
          label={t("field.idLifetime")}
          description={t("field.idLifetimeText")}
          {...form.getInputProps("idLifetime")}
        />
        <Switch
          label={t("field.rotating")}
          description={t("field.rotatingText")}
          {...form.getInputProps("rotating", { type: "checkbox" })}
        />
        {form.values.rotating && (
          <Seconds label={t("field.leeway")} description={t("field.leewayText")} {...form.getInputProps("leeway")} />
        )}
        <Switch
          label={t("field.expiring")}
          description={t("field.expiringText")}
          {...form.getInputProps("expiring", { type: "checkbox" })}
        />
        {form.values.expiring && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Seconds
              label={t("field.refreshLifetime")}
              description={t("field.refreshLifetimeText")}
              {...form.getInputProps("refreshLifetime")}
            />
            <Seconds
              label={t("field.idleLifetime")}
              description={t("field.idleLifetimeText")}
              {...form.getInputProps("idleLifetime")}
            />
          </SimpleGrid>
        )}
      </Stack>
    </Section>
  );
}
