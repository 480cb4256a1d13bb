import { useTranslation } from "react-i18next";
import { inWords } from "../../kit/Seconds";
import { Amount } from "./form/Amount";
import { Loaded } from "./form/Loaded";
import { orDefault } from "./form/sent";
import { SettingsForm } from "./form/SettingsForm";
import { useTenant } from "./queries";

/** How long people stay signed in. */
export function SessionsSection() {
  const { t, i18n } = useTranslation("settings");
  const tenant = useTenant();
  const words = (hours: number | string, text: string) =>
    [Number(hours) > 0 && inWords(Number(hours) * 3_600, i18n.language), text].filter(Boolean).join(" · ");
  return (
    <Loaded asked={tenant}>
      {(settings) => (
        <SettingsForm
          title={t("sessions.title")}
          description={t("sessions.text")}
          scope="update:tenant_settings"
          values={{
            session_lifetime: settings.session_lifetime as number | string,
            idle_session_lifetime: settings.idle_session_lifetime as number | string,
          }}
          names={{
            session_lifetime_in_minutes: "session_lifetime",
            idle_session_lifetime_in_minutes: "idle_session_lifetime",
          }}
          save={(changed) => tenant.save(orDefault(changed) as object)}
        >
          {(form) => (
            <>
              <Amount
                label={t("sessions.longest")}
                description={words(form.values.session_lifetime, t("sessions.longestText"))}
                allowDecimal
                suffix={t("sessions.hours")}
                {...form.getInputProps("session_lifetime")}
              />
              <Amount
                label={t("sessions.idle")}
                description={words(form.values.idle_session_lifetime, t("sessions.idleText"))}
                allowDecimal
                suffix={t("sessions.hours")}
                {...form.getInputProps("idle_session_lifetime")}
              />
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}
