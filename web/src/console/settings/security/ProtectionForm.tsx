import { useTranslation } from "react-i18next";
import { Lines, linesOf } from "../../../kit/Lines";
import type { Asked } from "../../../kit/ThingPage";
import { Amount } from "../form/Amount";
import { Loaded } from "../form/Loaded";
import { orDefault } from "../form/sent";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";

/** A protection as the API tells it. */
interface Protection {
  enabled: boolean;
  /** What it does; blocking is among it, or it does nothing. */
  shields: string[];
  allowlist: string[];
}

/** What is sent of every protection. */
interface Sent {
  enabled?: boolean;
  shields?: "block"[];
  allowlist?: string[];
}

/** After how much it blocks, and for how long; null is the server's own. */
export interface Amounts {
  attempts: number | null;
  minutes: number | null;
}

interface ProtectionFormProps<Told extends Protection> {
  /** Where its words stand among the settings'. */
  words: string;
  asked: Asked<Told> & { save: (sent: Sent) => Promise<void> };
  amountsOf: (told: Told) => Amounts;
  /** The API's names of the amounts, and the form's. */
  names: Record<string, keyof Amounts>;
  /** The amounts that changed as the API takes them. */
  sentOf: (changed: Partial<Amounts>) => object;
}

/** What is sent to switch it: what it does is blocking, the only thing there is. */
function switched(on: boolean | undefined): Sent {
  if (on === undefined) return {};
  return on ? { enabled: true, shields: ["block"] } : { enabled: false };
}

/** A protection that blocks whoever fails too often, and whom it leaves alone. */
export function ProtectionForm<Told extends Protection>(props: ProtectionFormProps<Told>) {
  const { words, asked, amountsOf, names, sentOf } = props;
  const { t } = useTranslation("settings");
  return (
    <Loaded asked={asked}>
      {(told) => (
        <SettingsForm
          title={t(`${words}.title`)}
          description={t(`${words}.text`)}
          scope="update:attack_protection"
          values={{
            on: told.enabled && told.shields.includes("block"),
            allowlist: told.allowlist.join("\n"),
            ...(amountsOf(told) as Record<keyof Amounts, number | string>),
          }}
          names={names}
          save={({ on, allowlist, ...amounts }) =>
            asked.save({
              ...switched(on),
              ...sentOf(orDefault(amounts) as Partial<Amounts>),
              ...(allowlist !== undefined && { allowlist: linesOf(allowlist) }),
            })
          }
        >
          {(form) => (
            <>
              <Toggle
                label={t(`${words}.on`)}
                description={t(`${words}.onText`)}
                {...form.getInputProps("on", { type: "checkbox" })}
              />
              {(["attempts", "minutes"] as const).map((amount) => (
                <Amount
                  key={amount}
                  label={t(`${words}.${amount}`)}
                  description={t(`${words}.${amount}Text`)}
                  disabled={!form.values.on}
                  {...form.getInputProps(amount)}
                />
              ))}
              <Lines
                maw={420}
                label={t(`${words}.allowlist`)}
                description={t(`${words}.allowlistText`)}
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
