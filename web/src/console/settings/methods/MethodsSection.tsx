import { useTranslation } from "react-i18next";
import { Loaded } from "../form/Loaded";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import { useConnection } from "../queries";
import { signsIn, withAttribute } from "./options";
import { PasswordForm } from "./PasswordForm";

/** By what people sign in, and what a password must be. */
export function MethodsSection() {
  const { t } = useTranslation("settings");
  const connection = useConnection();
  return (
    <Loaded asked={connection}>
      {({ id, options, enabled }) => (
        <>
          <SettingsForm
            title={t("methods.identifiers")}
            description={t("methods.identifiersText")}
            scope="update:connections"
            values={{
              email: signsIn(options, "email"),
              username: signsIn(options, "username"),
              phone_number: signsIn(options, "phone_number"),
              enabled,
            }}
            save={({ enabled: on, ...changed }) => {
              const next = Object.entries(changed).reduce(
                (before, [identifier, active]) =>
                  withAttribute(before, identifier as keyof typeof changed, (attribute) => ({
                    ...attribute,
                    identifier: { active },
                  })),
                options,
              );
              const isChanged = Object.keys(changed).length > 0;
              return connection.save({
                id,
                ...(isChanged && { options: next }),
                ...(on !== undefined && { enabled: on }),
              });
            }}
          >
            {(form) => (
              <>
                <Toggle
                  label={t("methods.email")}
                  description={t("methods.emailText")}
                  {...form.getInputProps("email", { type: "checkbox" })}
                />
                <Toggle
                  label={t("methods.username")}
                  description={t("methods.usernameText")}
                  {...form.getInputProps("username", { type: "checkbox" })}
                />
                <Toggle
                  label={t("methods.phone")}
                  description={t("methods.phoneText")}
                  {...form.getInputProps("phone_number", { type: "checkbox" })}
                />
                <Toggle
                  label={t("methods.enabled")}
                  description={t("methods.enabledText")}
                  {...form.getInputProps("enabled", { type: "checkbox" })}
                />
              </>
            )}
          </SettingsForm>
          <PasswordForm id={id} options={options} save={connection.save} />
        </>
      )}
    </Loaded>
  );
}
