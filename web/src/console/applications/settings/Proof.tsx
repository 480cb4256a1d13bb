import { Checkbox, Select, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import type { PartProps } from "./values";

const GRANTS = ["authorization_code", "refresh_token", "client_credentials"] as const;
const RANKS = ["user", "admin", "super_admin"] as const;
const METHODS = ["none", "client_secret_post", "client_secret_basic"] as const;

/** Which grants an application may use, and how it proves itself. */
export function Proof({ form }: PartProps) {
  const { t } = useTranslation("applications");
  const { app_type: type, token_endpoint_auth_method: method } = form.values;
  return (
    <Section title={t("settings.proof")}>
      <Stack maw={640}>
        <Select
          label={t("field.method")}
          description={t(`method.${method}.text`)}
          allowDeselect={false}
          data={METHODS.map((value) => ({ value, label: t(`method.${value}.name`) }))}
          {...form.getInputProps("token_endpoint_auth_method")}
        />
        <Checkbox.Group label={t("field.grants")} {...form.getInputProps("grant_types")}>
          <Stack gap="xs" mt="xs" mb={4}>
            {GRANTS.map((grant) => (
              <Checkbox
                key={grant}
                value={grant}
                label={t(`grant.${grant}.name`)}
                description={t(`grant.${grant}.text`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {form.values.grant_types.includes("client_credentials") && (
          <Select
            label={t("field.rank")}
            description={t("field.rankText")}
            allowDeselect={false}
            data={RANKS.map((value) => ({ value, label: t(`common:platformRole.${value}`) }))}
            {...form.getInputProps("rank")}
          />
        )}
        {type !== "non_interactive" && (
          <>
            {method !== "none" && (
              <Switch
                label={t("field.pkce")}
                description={t("field.pkceText")}
                {...form.getInputProps("require_pkce", { type: "checkbox" })}
              />
            )}
            <Switch
              label={t("field.ssoDisabled")}
              description={t("field.ssoDisabledText")}
              {...form.getInputProps("sso_disabled", { type: "checkbox" })}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}
