import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LanguageSelect } from "../../../kit/LanguageSelect";
import { Section } from "../../../kit/Section";
import { TimeZoneSelect } from "../../../kit/TimeZoneSelect";
import type { CreateFormState } from "./useCreateForm";

/** Language and time zone. */
export function RegionSection({ form }: { form: CreateFormState }) {
  const { t } = useTranslation("user");
  return (
    <Section title={t("create.region")}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <LanguageSelect
          label={t("field.locale")}
          value={form.values.locale || null}
          onChange={(locale) => form.setFieldValue("locale", locale ?? "")}
          error={form.errors["locale"]}
        />
        <TimeZoneSelect
          label={t("field.zoneinfo")}
          value={form.values.zoneinfo || null}
          onChange={(zone) => form.setFieldValue("zoneinfo", zone ?? "")}
          error={form.errors["zoneinfo"]}
        />
      </SimpleGrid>
    </Section>
  );
}
