import { useTranslation } from "react-i18next";
import { Lines, linesOf } from "../../../kit/Lines";
import { Amount } from "../form/Amount";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import type { Options } from "../queries";

interface PasswordFormProps {
  id: string;
  options: Options;
  save: (sent: { id: string; options: Options }) => Promise<void>;
}

interface Values {
  min: number | string;
  banned: boolean;
  words: string;
  selfService: boolean;
  shortest: number | string;
  longest: number | string;
}

/** The API's names of what the form holds. */
const NAMES = {
  "options.password_complexity_options.min_length": "min",
  "options.password_dictionary.dictionary": "words",
  "options.validation.username.min": "shortest",
  "options.validation.username.max": "longest",
};

function number(value: number | string): number | undefined {
  return value === "" ? undefined : Number(value);
}

function optionsOf(options: Options, values: Values): Options {
  return {
    ...options,
    disable_self_service_change_password: !values.selfService,
    password_complexity_options: { min_length: number(values.min) },
    password_dictionary: { enable: values.banned, dictionary: linesOf(values.words) },
    validation: { username: { min: number(values.shortest), max: number(values.longest) } },
  };
}

/** What a password and a username must be. */
export function PasswordForm({ id, options, save }: PasswordFormProps) {
  const { t } = useTranslation("settings");
  const { password_complexity_options: complexity, password_dictionary: dictionary, validation } = options;
  const values: Values = {
    min: complexity?.min_length ?? 8,
    banned: dictionary?.enable ?? false,
    words: (dictionary?.dictionary ?? []).join("\n"),
    selfService: !(options.disable_self_service_change_password ?? false),
    shortest: validation?.username?.min ?? 1,
    longest: validation?.username?.max ?? 128,
  };
  return (
    <SettingsForm
      title={t("password.title")}
      description={t("password.text")}
      scope="update:connections"
      values={values}
      names={NAMES}
      save={(_, all) => save({ id, options: optionsOf(options, all) })}
    >
      {(form) => (
        <>
          <Amount label={t("password.min")} description={t("password.minText")} {...form.getInputProps("min")} />
          <Toggle
            label={t("password.banned")}
            description={t("password.bannedText")}
            {...form.getInputProps("banned", { type: "checkbox" })}
          />
          {form.values.banned && (
            <Lines
              maw={420}
              label={t("password.words")}
              description={t("password.wordsText")}
              {...form.getInputProps("words")}
            />
          )}
          <Toggle
            label={t("password.selfService")}
            description={t("password.selfServiceText")}
            {...form.getInputProps("selfService", { type: "checkbox" })}
          />
          <Amount label={t("password.shortest")} {...form.getInputProps("shortest")} />
          <Amount
            label={t("password.longest")}
            description={t("password.longestText")}
            {...form.getInputProps("longest")}
          />
        </>
      )}
    </SettingsForm>
  );
}
