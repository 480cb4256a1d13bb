import { Divider, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Picture } from "../../../../kit/Person";
import { PhoneInput } from "../../../../kit/phone/PhoneInput";
import { Section } from "../../../../kit/Section";
import { useShownUser } from "../ShownUser";
import { Field, Fields, Flag, Lines } from "./Field";
import { useUserFormContext } from "./formContext";
import { GenderField } from "./GenderField";

/** Names, picture, and what else is said of a person. */
export const PersonSection = memo(function PersonSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation("user");
  return (
    <Section title={t("section.profile")}>
      <Stack gap="md">
        <PictureField />
        <Fields names={["name", "nickname", "given_name", "middle_name", "family_name", "preferred_username"]} />
        <Divider />
        <Title order={3}>{t("section.about")}</Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <GenderField readOnly={readOnly} />
          <Field name="birthdate" placeholder="1990-12-31" description={t("hint.birthdate")} />
          <Field name="company" />
          <Field name="identity_number" description={t("hint.identity_number")} />
          <Field name="profile" type="url" placeholder="https://" />
          <Field name="website" type="url" placeholder="https://" />
        </SimpleGrid>
      </Stack>
    </Section>
  );
});

function PictureField() {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const form = useUserFormContext();
  const { picture, name } = form.values;
  // Before it is saved: an address as it is typed, and without one what stands in.
  const shown = { ...user, name: name || user.name || "", picture: picture || (user.picture ?? "") };
  return (
    <Group gap="md" wrap="nowrap" align="flex-start">
      <Picture key={picture} user={shown} size={64} />
      <Field name="picture" type="url" placeholder="https://" description={t("hint.picture")} flex={1} miw={0} />
    </Group>
  );
}

/** What the user signs in with and is reached by. */
export function ContactSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const form = useUserFormContext();
  const phone = form.getInputProps("phone_number");
  function changeEmail(email: string) {
    form.setFieldValue("email", email);
    form.setFieldValue("email_verified", email === (user.email ?? "") && (user.email_verified ?? false));
  }
  function changePhone(number: string) {
    form.setFieldValue("phone_number", number);
    form.setFieldValue("phone_verified", number === (user.phone_number ?? "") && (user.phone_verified ?? false));
  }
  return (
    <Section title={t("section.contact")} description={t("section.contactText")}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="lg">
        <Stack gap="xs">
          <EmailField change={changeEmail} />
          <Flag name="email_verified" readOnly={readOnly || !form.values.email} />
        </Stack>
        <Stack gap="xs">
          <PhoneInput
            label={t("field.phone_number")}
            value={form.values.phone_number}
            onChange={changePhone}
            error={phone.error}
            readOnly={readOnly}
            data-path="phone_number"
          />
          <Flag name="phone_verified" readOnly={readOnly || !form.values.phone_number} />
        </Stack>
        <Field name="username" />
      </SimpleGrid>
    </Section>
  );
}

function EmailField({ change }: { change: (email: string) => void }) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  const props = form.getInputProps("email");
  const changed = form.values.email !== form.getInitialValues().email && form.values.email !== "";
  return (
    <Field
      name="email"
      type="email"
      {...props}
      description={changed ? t("hint.newEmail") : undefined}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** The postal address. */
export function AddressSection() {
  const { t } = useTranslation("user");
  return (
    <Section title={t("section.address")}>
      <Stack gap="md">
        <Lines name="address_street_address" />
        <Fields names={["address_postal_code", "address_locality", "address_region", "address_country"]} />
        <Text size="xs" c="dimmed">
          {t("hint.address")}
        </Text>
        <Fields names={["address_city", "address_province"]} />
        <Lines name="address_formatted" description={t("hint.formatted")} />
      </Stack>
    </Section>
  );
}
