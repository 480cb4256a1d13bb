import { Badge, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { components } from "../../../../api/schema";
import { Copyable } from "../../../../kit/Copy";
import { Facts } from "../../../../kit/Facts";
import { JsonEditor } from "../../../../kit/json/JsonEditor";
import { Section } from "../../../../kit/Section";
import { Empty } from "../../../../kit/states";
import { useShownUser } from "../ShownUser";

type Identity = components["schemas"]["Identity"];

/** The accounts at the connections, and what their providers said of the user (S2.L21.1 and .3). */
export default function IdentitiesTab() {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const identities = user.identities ?? [];
  if (identities.length === 0) return <Empty title={t("identities.empty")} text={t("identities.emptyText")} />;
  return (
    <Stack gap="lg">
      {identities.map((identity, place) => (
        <IdentityCard key={`${identity.provider}|${identity.user_id}`} identity={identity} isPrimary={place === 0} />
      ))}
    </Stack>
  );
}

function IdentityCard({ identity, isPrimary }: { identity: Identity; isPrimary: boolean }) {
  const { t } = useTranslation("user");
  const { profileData } = identity;
  const hasData = profileData && Object.keys(profileData).length > 0;
  return (
    <Section
      title={identity.connection}
      description={identity.isSocial ? t("identities.social") : t("identities.own")}
      actions={isPrimary && <Badge color="gray">{t("identities.primary")}</Badge>}
    >
      <Stack gap="md">
        <Facts
          facts={[
            [t("identities.provider"), identity.provider],
            [t("identities.userId"), <Copyable key="id" text={identity.user_id} what={t("identities.userId")} />],
          ]}
        />
        {hasData ? (
          <JsonEditor
            label={t("identities.data")}
            description={t("identities.dataText")}
            text={JSON.stringify(profileData, undefined, 2)}
            readOnly
          />
        ) : (
          <Group gap={4}>
            <Text size="sm" c="dimmed">
              {t("identities.noData")}
            </Text>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
