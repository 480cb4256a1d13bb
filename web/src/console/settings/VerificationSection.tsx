import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../kit/Section";
import { Loaded } from "./form/Loaded";
import { SettingsForm } from "./form/SettingsForm";
import { Toggle } from "./form/Toggle";
import { useTenant } from "./queries";

/** Whether an address must be proven before somebody gets in, and how that is done. */
export function VerificationSection() {
  const { t } = useTranslation("settings");
  const tenant = useTenant();
  return (
    <>
      <Loaded asked={tenant}>
        {({ verified_email_required: required }) => (
          <SettingsForm
            title={t("verification.title")}
            description={t("verification.text")}
            scope="update:tenant_settings"
            values={{ verified_email_required: required }}
            save={tenant.save}
          >
            {(form) => (
              <Toggle
                label={t("verification.required")}
                description={t("verification.requiredText")}
                {...form.getInputProps("verified_email_required", { type: "checkbox" })}
              />
            )}
          </SettingsForm>
        )}
      </Loaded>
      <Section title={t("verification.how")}>
        <List size="sm" spacing="xs">
          {["signUp", "code", "admin", "ticket"].map((way) => (
            <List.Item key={way}>
              <Text size="sm">{t(`verification.${way}`)}</Text>
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  );
}
