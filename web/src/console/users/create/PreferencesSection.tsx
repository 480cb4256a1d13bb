import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { JsonEditor } from "../../../kit/json/JsonEditor";
import { Section } from "../../../kit/Section";
import type { CreateFormState } from "./useCreateForm";

/** Preferences as JSON, out of the way until they are wanted. */
export function PreferencesSection({ form }: { form: CreateFormState }) {
  const { t } = useTranslation("user");
  const [opened, { open }] = useDisclosure();
  if (!opened) {
    return (
      <div>
        <Button variant="subtle" size="sm" onClick={open} leftSection={<IconPlus size={16} aria-hidden />}>
          {t("create.preferencesOpen")}
        </Button>
      </div>
    );
  }
  return (
    <Section title={t("metadata.preferences")} description={t("create.preferencesText")}>
      <JsonEditor
        label={t("metadata.preferences")}
        hideLabel
        object
        text={form.values.preferences}
        onChange={(text) => form.setFieldValue("preferences", text)}
        error={form.errors["preferences"]}
      />
    </Section>
  );
}
