import { useTranslation } from "react-i18next";
import { Lines, linesOf } from "../../../kit/Lines";
import { Amount } from "../form/Amount";
import { Loaded } from "../form/Loaded";
import { orDefault } from "../form/sent";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import { useBruteForce } from "../queries";
import { blocks, switched } from "./protection";

/** What wrong passwords in a row do to an account. */
export function BruteForceForm() {
  const { t } = useTranslation("settings");
  const asked = useBruteForce();
  return (
    <Loaded asked={asked}>
      {(protection) => (
        <SettingsForm
          title={t("bruteForce.title")}
          description={t("bruteForce.text")}
          scope="update:attack_protection"
          values={{
            on: blocks(protection),
            max_attempts: protection.max_attempts as number | string,
            lock_minutes: protection.lock_minutes as number | string,
            allowlist: protection.allowlist.join("\n"),
          }}
          save={({ on, allowlist, ...amounts }) =>
            asked.save({
              ...switched(on),
              ...(orDefault(amounts) as Record<string, number | null>),
              ...(allowlist !== undefined && { allowlist: linesOf(allowlist) }),
            })
          }
        >
          {(form) => (
            <>
              <Toggle
                label={t("bruteForce.on")}
                description={t("bruteForce.onText")}
                {...form.getInputProps("on", { type: "checkbox" })}
              />
              <Amount
                label={t("bruteForce.attempts")}
                description={t("bruteForce.attemptsText")}
                disabled={!form.values.on}
                {...form.getInputProps("max_attempts")}
              />
              <Amount
                label={t("bruteForce.minutes")}
                description={t("bruteForce.minutesText")}
                disabled={!form.values.on}
                {...form.getInputProps("lock_minutes")}
              />
              <Lines
                maw={420}
                label={t("bruteForce.allowlist")}
                description={t("bruteForce.allowlistText")}
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
