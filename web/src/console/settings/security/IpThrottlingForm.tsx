import { useTranslation } from "react-i18next";
import { Lines, linesOf } from "../../../kit/Lines";
import { Amount } from "../form/Amount";
import { Loaded } from "../form/Loaded";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import { useIpThrottling } from "../queries";
import { blocks, switched } from "./protection";

/** An amount as the API takes it; left empty it goes back to its default. */
function amount(value: number | string): number | null {
  return value === "" ? null : Number(value);
}

/** What failures from one address do to it, whoever they are for. */
export function IpThrottlingForm() {
  const { t } = useTranslation("settings");
  const asked = useIpThrottling();
  return (
    <Loaded asked={asked}>
      {(protection) => (
        <SettingsForm
          title={t("throttling.title")}
          description={t("throttling.text")}
          scope="update:attack_protection"
          values={{
            on: blocks(protection),
            attempts: protection.stage["pre-login"].max_attempts as number | string,
            minutes: protection.minutes as number | string,
            allowlist: protection.allowlist.join("\n"),
          }}
          names={{ "stage.pre-login.max_attempts": "attempts" }}
          save={({ on, attempts, minutes, allowlist }) =>
            asked.save({
              ...switched(on),
              ...(attempts !== undefined && { stage: { "pre-login": { max_attempts: amount(attempts) } } }),
              ...(minutes !== undefined && { minutes: amount(minutes) }),
              ...(allowlist !== undefined && { allowlist: linesOf(allowlist) }),
            })
          }
        >
          {(form) => (
            <>
              <Toggle
                label={t("throttling.on")}
                description={t("throttling.onText")}
                {...form.getInputProps("on", { type: "checkbox" })}
              />
              <Amount label={t("throttling.attempts")} disabled={!form.values.on} {...form.getInputProps("attempts")} />
              <Amount
                label={t("throttling.minutes")}
                description={t("throttling.minutesText")}
                disabled={!form.values.on}
                {...form.getInputProps("minutes")}
              />
              <Lines
                maw={420}
                label={t("throttling.allowlist")}
                description={t("throttling.allowlistText")}
                placeholder="192.0.2.0/24"
                disabled={!form.values.on}
                {...form.getInputProps("allowlist")}
              />
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}
