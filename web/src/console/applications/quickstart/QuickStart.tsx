import { Alert, Anchor, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { applicationAddress } from "../../../kit/addresses";
import { Copyable } from "../../../kit/Copy";
import { Facts, type Fact } from "../../../kit/Facts";
import { Section } from "../../../kit/Section";
import { SecretOnce } from "../../../kit/SecretOnce";
import { useMay } from "../../../session/SessionContext";
import { useGrants } from "../queries";
import { useFreshSecret } from "../secret/freshSecret";
import { Snippets } from "./Snippets";
import { snippetsFor } from "./snippets";
import { valuesOf } from "./values";

/** Everything that is needed to begin with an application, filled in. */
export function QuickStart({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const clientId = application.client_id ?? "";
  const type = application.app_type ?? "regular_web";
  const isMachine = type === "non_interactive";
  const maySeeGrants = useMay("read:client_grants");
  const { data: grants } = useGrants(clientId, isMachine && maySeeGrants);
  const { secret, forget } = useFreshSecret(clientId);
  const values = valuesOf(application, secret, grants?.find((grant) => grant.subject_type === "client")?.audience);
  return (
    <Stack gap="lg">
      {secret && <SecretOnce title={t("secret.fresh")} secret={secret} onDone={forget} />}
      {!isMachine && !application.callbacks?.length && (
        <Missing text={t("start.noCallback")} clientId={clientId} tab="settings" link={t("start.toSettings")} />
      )}
      {isMachine && grants?.length === 0 && (
        <Missing text={t("start.noGrant")} clientId={clientId} tab="apis" link={t("start.toApis")} />
      )}
      <Section title={t("start.values")} description={t("start.valuesText")}>
        <Facts facts={useFacts(application, values, secret)} />
      </Section>
      <Section title={t("start.begin")} description={t(`start.${type}`)}>
        <Snippets snippets={snippetsFor(type, values)} />
      </Section>
    </Stack>
  );
}

function fact(name: string, text: string): Fact {
  return [name, <Copyable key={name} text={text} what={name} />];
}

function useFacts(application: Application, values: ReturnType<typeof valuesOf>, secret?: string): Fact[] {
  const { t } = useTranslation("applications");
  const facts = [
    fact(t("start.domain"), values.domain),
    fact(t("start.issuer"), values.issuer),
    fact(t("field.clientId"), values.clientId),
  ];
  if (application.token_endpoint_auth_method !== "none") {
    const name = t("start.secret");
    facts.push(secret ? fact(name, secret) : [name, t("start.secretHidden")]);
  }
  if (application.app_type !== "non_interactive" && application.callbacks?.[0]) {
    facts.push(fact(t("start.callback"), values.callback));
  }
  facts.push(fact(t("start.discovery"), `${values.issuer}.well-known/openid-configuration`));
  return facts;
}

function Missing({ text, clientId, tab, link }: { text: string; clientId: string; tab: string; link: string }) {
  return (
    <Alert color="yellow" icon={<IconInfoCircle size={18} aria-hidden />}>
      {text}{" "}
      <Anchor
        component={Link}
        to={applicationAddress(clientId)}
        search={{ tab } as never}
        inherit
        c="inherit"
        underline="always"
      >
        {link}
      </Anchor>
    </Alert>
  );
}
