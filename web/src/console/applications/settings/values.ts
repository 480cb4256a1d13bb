import type { UseFormReturnType } from "@mantine/form";
import type { components } from "../../../api/schema";
import type { Application } from "../../../api/types";
import { linesOf } from "../../../kit/Lines";
import type { ApplicationType } from "../queries";

type Schemas = components["schemas"];

/** What the form of an application holds; lists are texts of one entry a line. */
export interface ApplicationValues {
  name: string;
  description: string;
  logo_uri: string;
  app_type: ApplicationType;
  is_first_party: boolean;
  callbacks: string;
  allowed_logout_urls: string;
  web_origins: string;
  allowed_origins: string;
  initiate_login_uri: string;
  grant_types: Schemas["ClientGrantType"][];
  token_endpoint_auth_method: Schemas["ClientAuthenticationMethod"];
  rank: Schemas["AccountRole"];
  require_pkce: boolean;
  sso_disabled: boolean;
  idLifetime: number | string;
  rotating: boolean;
  expiring: boolean;
  leeway: number | string;
  refreshLifetime: number | string;
  idleLifetime: number | string;
}

/** What each part of the form gets. */
export interface PartProps {
  form: UseFormReturnType<ApplicationValues>;
}

/** The API's names of fields, and the form's where they differ. */
export const NAMES = {
  "jwt_configuration.lifetime_in_seconds": "idLifetime",
  "refresh_token.rotation_type": "rotating",
  "refresh_token.expiration_type": "expiring",
  "refresh_token.leeway": "leeway",
  "refresh_token.token_lifetime": "refreshLifetime",
  "refresh_token.idle_token_lifetime": "idleLifetime",
};

const LISTS = ["callbacks", "allowed_logout_urls", "web_origins", "allowed_origins"] as const;
const PLAIN = [
  "name",
  "description",
  "logo_uri",
  "app_type",
  "is_first_party",
  "initiate_login_uri",
  "grant_types",
  "token_endpoint_auth_method",
  "rank",
  "require_pkce",
  "sso_disabled",
] as const;
const REFRESH = ["rotating", "expiring", "leeway", "refreshLifetime", "idleLifetime"] as const;

/** An application as its form shows it. */
export function valuesOf(application: Application): ApplicationValues {
  const refresh = application.refresh_token ?? {};
  return {
    name: application.name ?? "",
    description: application.description ?? "",
    logo_uri: application.logo_uri ?? "",
    app_type: application.app_type ?? "regular_web",
    is_first_party: application.is_first_party ?? true,
    callbacks: (application.callbacks ?? []).join("\n"),
    allowed_logout_urls: (application.allowed_logout_urls ?? []).join("\n"),
    web_origins: (application.web_origins ?? []).join("\n"),
    allowed_origins: (application.allowed_origins ?? []).join("\n"),
    initiate_login_uri: application.initiate_login_uri ?? "",
    grant_types: application.grant_types ?? [],
    token_endpoint_auth_method: application.token_endpoint_auth_method ?? "client_secret_post",
    rank: application.rank ?? "admin",
    require_pkce: application.require_pkce ?? false,
    sso_disabled: application.sso_disabled ?? false,
    idLifetime: application.jwt_configuration?.lifetime_in_seconds ?? "",
    rotating: refresh.rotation_type !== "non-rotating",
    expiring: refresh.expiration_type !== "non-expiring",
    leeway: refresh.leeway ?? "",
    refreshLifetime: refresh.token_lifetime ?? "",
    idleLifetime: refresh.idle_token_lifetime ?? "",
  };
}

/** How the refresh tokens are to be; what the form does not show stays as it was. */
function refreshOf(values: ApplicationValues, application: Application): Schemas["ClientRefreshToken"] {
  return {
    ...application.refresh_token,
    rotation_type: values.rotating ? "rotating" : "non-rotating",
    expiration_type: values.expiring ? "expiring" : "non-expiring",
    leeway: Number(values.leeway),
    token_lifetime: Number(values.refreshLifetime),
    idle_token_lifetime: Number(values.idleLifetime),
  };
}

/** What to send of the fields that changed; objects are replaced as a whole. */
export function sentOf(
  changed: Partial<ApplicationValues>,
  all: ApplicationValues,
  application: Application,
): Schemas["ClientUpdate"] {
  const plain = PLAIN.filter((name) => name in changed).map((name) => [name, changed[name]]);
  const lists = LISTS.filter((name) => name in changed).map((name) => [name, linesOf(all[name])]);
  const sent: Schemas["ClientUpdate"] = Object.fromEntries([...plain, ...lists]);
  if ("idLifetime" in changed) {
    sent.jwt_configuration = { ...application.jwt_configuration, lifetime_in_seconds: Number(all.idLifetime) };
  }
  if (REFRESH.some((name) => name in changed)) sent.refresh_token = refreshOf(all, application);
  return sent;
}
