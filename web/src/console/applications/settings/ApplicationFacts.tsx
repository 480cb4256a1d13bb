import { Code, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { Facts } from "../../../kit/Facts";
import { Section } from "../../../kit/Section";
import { inWords } from "../../../kit/Seconds";

/** An application's settings, for reading. */
export function ApplicationFacts({ application }: { application: Application }) {
  const { t, i18n } = useTranslation("applications");
  const method = application.token_endpoint_auth_method ?? "none";
  const lifetime = application.jwt_configuration?.lifetime_in_seconds;
  return (
    <Section title={t("tab.settings")}>
      <Facts
        facts={[
          [t("field.name"), application.name],
          [t("field.description"), application.description],
          [t("field.type"), t(`type.${application.app_type ?? "regular_web"}.name`)],
          [t("column.party"), application.is_first_party ? t("party.first") : t("party.third")],
          [t("field.callbacks"), <Lines key="callbacks" lines={application.callbacks} />],
          [t("field.logout"), <Lines key="logout" lines={application.allowed_logout_urls} />],
          [t("field.origins"), <Lines key="origins" lines={application.web_origins} />],
          [t("field.method"), t(`method.${method}.name`)],
          [t("field.grants"), application.grant_types?.map((grant) => t(`grant.${grant}.name`)).join(", ")],
          [t("idTokens"), lifetime && inWords(lifetime, i18n.language)],
        ]}
      />
    </Section>
  );
}

function Lines({ lines }: { lines: string[] | undefined }) {
  if (!lines?.length) return "–";
  return (
    <Stack gap={4} align="flex-start">
      {lines.map((line) => (
        <Code key={line}>{line}</Code>
      ))}
    </Stack>
  );
}
