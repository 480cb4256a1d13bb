import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Lines, linesOf } from "../../kit/Lines";
import { useMay } from "../../session/SessionContext";
import { Loaded } from "./form/Loaded";
import { SettingsForm } from "./form/SettingsForm";
import { Toggle } from "./form/Toggle";
import { usePrompts, useTenant } from "./queries";

/** How the pages ask, and where they lead. */
export function PagesSection() {
  const { t } = useTranslation("settings");
  const prompts = usePrompts();
  const mayTenant = useMay("read:tenant_settings");
  return (
    <>
      <Loaded asked={prompts}>
        {({ identifier_first }) => (
          <SettingsForm
            title={t("pages.title")}
            description={t("pages.text")}
            scope="update:prompts"
            values={{ identifier_first }}
            save={prompts.save}
          >
            {(form) => (
              <Toggle
                label={t("pages.identifierFirst")}
                description={t("pages.identifierFirstText")}
                {...form.getInputProps("identifier_first", { type: "checkbox" })}
              />
            )}
          </SettingsForm>
        )}
      </Loaded>
      {mayTenant && <Ways />}
    </>
  );
}

function Ways() {
  const { t } = useTranslation("settings");
  const tenant = useTenant();
  return (
    <Loaded asked={tenant}>
      {(settings) => (
        <SettingsForm
          title={t("ways.title")}
          description={t("ways.text")}
          scope="update:tenant_settings"
          values={{
            default_redirection_uri: settings.default_redirection_uri ?? "",
            allowed_logout_urls: settings.allowed_logout_urls.join("\n"),
          }}
          save={({ default_redirection_uri: home, allowed_logout_urls: urls }) =>
            tenant.save({
              ...(home !== undefined && { default_redirection_uri: home || null }),
              ...(urls !== undefined && { allowed_logout_urls: linesOf(urls) }),
            })
          }
        >
          {(form) => (
            <>
              <TextInput
                maw={560}
                type="url"
                label={t("ways.home")}
                description={t("ways.homeText")}
                placeholder="https://www.example.org/"
                {...form.getInputProps("default_redirection_uri")}
              />
              <Lines
                maw={560}
                label={t("ways.logout")}
                description={t("ways.logoutText")}
                placeholder="https://www.example.org/"
                {...form.getInputProps("allowed_logout_urls")}
              />
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}
