import { useTranslation } from "react-i18next";
import { Facts } from "../../kit/Facts";
import { Section } from "../../kit/Section";
import { inWords } from "../../kit/Seconds";
import type { ResourceServer } from "./queries";
import { valuesOf } from "./values";

/** An API's settings, for reading. */
export function ApiFacts({ api }: { api: ResourceServer }) {
  const { t, i18n } = useTranslation("apis");
  const values = valuesOf(api);
  const said = (value: boolean) => (value ? t("yes") : t("no"));
  return (
    <Section title={t("tab.settings")}>
      <Facts
        facts={[
          [t("field.name"), api.name],
          [t("field.policies"), said(values.policies)],
          [t("field.permissions"), said(values.permissions)],
          [t("field.form"), values.form === "rfc9068_profile" ? t("form.rfc9068") : t("form.auth0")],
          [t("field.signing"), api.signing_alg],
          [t("holds"), inWords(api.token_lifetime, i18n.language)],
          [t("holdsForWeb"), inWords(api.token_lifetime_for_web, i18n.language)],
          [t("field.offline"), said(values.offline)],
          [t("field.skipConsent"), said(values.skipConsent)],
        ]}
      />
    </Section>
  );
}
