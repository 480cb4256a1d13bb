import { Group, Image, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/SessionContext";
import { Loaded } from "./form/Loaded";
import { orDefault } from "./form/sent";
import { SettingsForm } from "./form/SettingsForm";
import { useAudiences, useTenant } from "./queries";

/** Who this tenant is, and where people find help. */
export function GeneralSection() {
  const { t } = useTranslation("settings");
  const tenant = useTenant();
  const audiences = useAudiences(useMay("read:resource_servers"));
  return (
    <Loaded asked={tenant}>
      {(settings) => (
        <SettingsForm
          title={t("general.title")}
          description={t("general.text")}
          scope="update:tenant_settings"
          values={{
            friendly_name: settings.friendly_name ?? "",
            picture_url: settings.picture_url ?? "",
            support_email: settings.support_email ?? "",
            support_url: settings.support_url ?? "",
            default_audience: settings.default_audience ?? "",
          }}
          save={(changed) => tenant.save(orDefault(changed))}
        >
          {(form) => (
            <>
              <TextInput
                maw={420}
                label={t("general.name")}
                description={t("general.nameText")}
                {...form.getInputProps("friendly_name")}
              />
              <Group align="flex-start" wrap="nowrap">
                <TextInput
                  maw={560}
                  flex={1}
                  type="url"
                  label={t("general.logo")}
                  description={t("general.logoText")}
                  placeholder="https://www.example.org/logo.svg"
                  {...form.getInputProps("picture_url")}
                />
                {form.values.picture_url.startsWith("https:") && (
                  <Image
                    src={form.values.picture_url}
                    alt=""
                    h={44}
                    w={44}
                    fit="contain"
                    mt={22}
                    referrerPolicy="no-referrer"
                  />
                )}
              </Group>
              <TextInput
                maw={420}
                type="email"
                label={t("general.email")}
                description={t("general.emailText")}
                {...form.getInputProps("support_email")}
              />
              <TextInput
                maw={560}
                type="url"
                label={t("general.help")}
                description={t("general.helpText")}
                placeholder="https://www.example.org/help"
                {...form.getInputProps("support_url")}
              />
              {audiences.data && (
                <Select
                  maw={560}
                  clearable
                  label={t("general.audience")}
                  description={t("general.audienceText")}
                  placeholder={t("general.noAudience")}
                  data={audiences.data.map(({ identifier }) => identifier)}
                  {...form.getInputProps("default_audience")}
                  value={form.values.default_audience || null}
                  onChange={(value) => form.setFieldValue("default_audience", value ?? "")}
                />
              )}
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}
