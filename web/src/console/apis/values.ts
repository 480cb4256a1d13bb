import type { components } from "../../api/schema";
import type { ResourceServer } from "./queries";

/** What the form of an API holds: the token's form and its claim are one field of the API. */
export interface ApiValues {
  name: string;
  policies: boolean;
  permissions: boolean;
  form: "access_token" | "rfc9068_profile";
  signing: "RS256" | "ES256";
  lifetime: number | string;
  lifetimeForWeb: number | string;
  offline: boolean;
  skipConsent: boolean;
}

/** The API's names of fields, and the form's. */
export const NAMES = {
  enforce_policies: "policies",
  token_dialect: "form",
  signing_alg: "signing",
  token_lifetime: "lifetime",
  token_lifetime_for_web: "lifetimeForWeb",
  allow_offline_access: "offline",
  skip_consent_for_verifiable_first_party_clients: "skipConsent",
};

/** An API as its form shows it. */
export function valuesOf(api: ResourceServer): ApiValues {
  return {
    name: api.name,
    policies: api.enforce_policies,
    permissions: api.token_dialect.endsWith("_authz"),
    form: api.token_dialect.startsWith("rfc9068") ? "rfc9068_profile" : "access_token",
    signing: api.signing_alg,
    lifetime: api.token_lifetime,
    lifetimeForWeb: api.token_lifetime_for_web,
    offline: api.allow_offline_access,
    skipConsent: api.skip_consent_for_verifiable_first_party_clients,
  };
}

/** What to send of the fields that changed. */
export function sentOf(changed: Partial<ApiValues>, all: ApiValues): components["schemas"]["ResourceServerUpdate"] {
  const sent: components["schemas"]["ResourceServerUpdate"] = {};
  if (changed.name !== undefined) sent.name = changed.name;
  if (changed.policies !== undefined) sent.enforce_policies = changed.policies;
  if (changed.permissions !== undefined || changed.form !== undefined) {
    sent.token_dialect = all.permissions ? `${all.form}_authz` : all.form;
  }
  if (changed.signing !== undefined) sent.signing_alg = changed.signing;
  if (changed.lifetime !== undefined) sent.token_lifetime = Number(changed.lifetime);
  if (changed.lifetimeForWeb !== undefined) sent.token_lifetime_for_web = Number(changed.lifetimeForWeb);
  if (changed.offline !== undefined) sent.allow_offline_access = changed.offline;
  if (changed.skipConsent !== undefined) sent.skip_consent_for_verifiable_first_party_clients = changed.skipConsent;
  return sent;
}
