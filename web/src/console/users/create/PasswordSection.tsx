import { Checkbox, PasswordInput, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { useMay } from "../../../session/SessionContext";
import type { CreateFormState } from "./useCreateForm";
import type { PasswordWay } from "./values";

const WAYS: PasswordWay[] = ["generated", "link", "typed", "none"];

/** How the user comes to a first password. */
export function PasswordSection({ form }: { form: CreateFormState }) {
  const { t } = useTranslation("user");
  const mayLink = useMay("create:user_tickets");
  const { way, email } = form.values;
  return (
    <Section title={t("create.password")}>
      <Stack gap="md">
        <Radio.Group aria-label={t("create.password")} {...form.getInputProps("way")}>
          <Stack gap="sm">
            {WAYS.filter((one) => one !== "link" || mayLink).map((one) => (
              <Radio key={one} value={one} label={t(`create.way.${one}`)} description={t(`create.wayText.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {way === "typed" && (
          <Stack gap="sm">
            <PasswordInput
              label={t("field.password")}
              autoComplete="new-password"
              maw={340}
              aria-invalid={Boolean(form.errors["password"])}
              {...form.getInputProps("password")}
            />
            <Checkbox
              label={t("field.reset_password_on_next_login")}
              {...form.getInputProps("reset_password_on_next_login", { type: "checkbox" })}
            />
          </Stack>
        )}
        <Checkbox
          label={t("create.notify")}
          description={email.trim() ? t("create.notifyText") : t("create.notifyNeedsEmail")}
          disabled={!email.trim()}
          {...form.getInputProps("notify", { type: "checkbox" })}
        />
      </Stack>
    </Section>
  );
}
