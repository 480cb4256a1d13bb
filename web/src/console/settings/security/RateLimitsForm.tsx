import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/SessionContext";
import { Amount } from "../form/Amount";
import { Loaded } from "../form/Loaded";
import { orDefault } from "../form/sent";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import { useTenant } from "../queries";

/** How many requests are answered. */
export function RateLimitsForm() {
  return useMay("read:tenant_settings") ? <Limits /> : null;
}

function Limits() {
  const { t } = useTranslation("settings");
  const tenant = useTenant();
  return (
    <Loaded asked={tenant}>
      {({ rate_limits: limits }) => (
        <SettingsForm
          title={t("limits.title")}
          description={t("limits.text")}
          scope="update:tenant_settings"
          values={{
            enabled: limits.enabled,
            per_user_per_minute: limits.per_user_per_minute as number | string,
            per_ip_per_minute: limits.per_ip_per_minute as number | string,
          }}
          names={{
            "rate_limits.per_user_per_minute": "per_user_per_minute",
            "rate_limits.per_ip_per_minute": "per_ip_per_minute",
          }}
          save={(changed) => tenant.save({ rate_limits: orDefault(changed) as object })}
        >
          {(form) => (
            <>
              <Toggle
                label={t("limits.on")}
                description={t("limits.onText")}
                {...form.getInputProps("enabled", { type: "checkbox" })}
              />
              <Amount
                label={t("limits.user")}
                description={t("limits.userText")}
                disabled={!form.values.enabled}
                {...form.getInputProps("per_user_per_minute")}
              />
              <Amount
                label={t("limits.ip")}
                description={t("limits.ipText")}
                disabled={!form.values.enabled}
                {...form.getInputProps("per_ip_per_minute")}
              />
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}
