import { Divider, Stack, Text } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { Copyable } from "../../../../kit/Copy";
import { Facts, type Fact } from "../../../../kit/Facts";
import { Section } from "../../../../kit/Section";
import { Time } from "../../../../kit/Time";
import { Field } from "./Field";

/** Too long for a place beside their names. */
const IDS = ["user_id", "public_id", "arn"] as const;

/** The ids and times that the server keeps, and the ids by which others know the user (S4.L10.5). */
export const SystemSection = memo(function SystemSection({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const facts: Fact[] = [
    [t("field.source"), t(`source.${user.source ?? "admin"}`)],
    [t("field.created_at"), <Time key="created" value={user.created_at} exact />],
    [t("field.updated_at"), <Time key="updated" value={user.updated_at} exact />],
  ];
  return (
    <Section title={t("section.system")}>
      <Stack gap="md">
        {IDS.map((id) => (
          <div key={id}>
            <Text size="sm" c="dimmed">
              {t(`field.${id}`)}
            </Text>
            <Copyable text={user[id] ?? ""} what={t(`field.${id}`)} />
          </div>
        ))}
        <Facts facts={facts} />
        <Divider />
        <Field name="external_id" description={t("hint.external_id")} />
        <Field name="unionid" />
        <Field name="openid" />
      </Stack>
    </Section>
  );
});
