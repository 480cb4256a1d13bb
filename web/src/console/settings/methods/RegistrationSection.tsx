import { Anchor, Group, SegmentedControl, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/SessionContext";
import { Loaded } from "../form/Loaded";
import { SettingsForm } from "../form/SettingsForm";
import { Toggle } from "../form/Toggle";
import { useConnection, type Options } from "../queries";
import { askedAtSignUp, IDENTIFIERS, withAttribute, type Asked, type Identifier } from "./options";

type Values = Record<Identifier, Asked> & { open: boolean };

function optionsOf(options: Options, changed: Partial<Values>): Options {
  const { open, ...asked } = changed;
  const before = open === undefined ? options : { ...options, disable_signup: !open };
  return (Object.entries(asked) as [Identifier, Asked][]).reduce(
    (all, [identifier, status]) =>
      withAttribute(all, identifier, (attribute) => ({ ...attribute, profile_required: false, signup: { status } })),
    before,
  );
}

/** Whether strangers may make accounts, and what they are asked for. */
export function RegistrationSection() {
  const { t } = useTranslation("settings");
  const connection = useConnection();
  const may = useMay("update:connections");
  const mayRoles = useMay("read:roles");
  return (
    <Loaded asked={connection}>
      {({ id, options }) => (
        <SettingsForm<Values>
          title={t("registration.title")}
          description={t("registration.text")}
          scope="update:connections"
          values={{
            open: options.disable_signup === false,
            email: askedAtSignUp(options, "email"),
            username: askedAtSignUp(options, "username"),
            phone_number: askedAtSignUp(options, "phone_number"),
          }}
          save={(changed) => connection.save({ id, options: optionsOf(options, changed) })}
        >
          {(form) => (
            <>
              <Toggle
                label={t("registration.open")}
                description={t("registration.openText")}
                {...form.getInputProps("open", { type: "checkbox" })}
              />
              {IDENTIFIERS.map((identifier) => (
                <AskedFor
                  key={identifier}
                  label={t(`registration.${identifier}`)}
                  value={form.values[identifier]}
                  disabled={!may || !form.values.open}
                  change={(asked) => form.setFieldValue(identifier, asked as never)}
                />
              ))}
              <Text size="sm" c="dimmed">
                {t("registration.roles")}{" "}
                {mayRoles && (
                  <Anchor component={Link} to="/roles" inherit underline="always">
                    {t("registration.rolesLink")}
                  </Anchor>
                )}
              </Text>
            </>
          )}
        </SettingsForm>
      )}
    </Loaded>
  );
}

interface AskedForProps {
  label: string;
  value: Asked;
  disabled: boolean;
  change: (asked: string) => void;
}

function AskedFor({ label, value, disabled, change }: AskedForProps) {
  const { t } = useTranslation("settings");
  const id = useId();
  const choices = ["required", "optional", "inactive"].map((asked) => ({ value: asked, label: t(`asked.${asked}`) }));
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" fw="var(--mantine-font-weight-medium)" id={id}>
        {label}
      </Text>
      <SegmentedControl aria-labelledby={id} data={choices} value={value} onChange={change} disabled={disabled} />
    </Group>
  );
}
