import type { Application } from "../../../api/types";

/** What a snippet is filled with. */
export interface Values {
  /** What Auth0's libraries call it: the host, with `http://` before it where there is no TLS. */
  domain: string;
  issuer: string;
  clientId: string;
  secret: string;
  callback: string;
  audience: string;
}

/** Stands where the secret is not known any more. */
export const SECRET_PLACE = "YOUR_CLIENT_SECRET";
/** Stands where no API was granted yet. */
export const AUDIENCE_PLACE = "YOUR_API_IDENTIFIER";

const CALLBACK_PLACES = { native: "com.example.app:/callback" } as const;

/** The values of an application at this server. */
export function valuesOf(application: Application, secret?: string, audience?: string): Values {
  const place = application.app_type === "native" ? CALLBACK_PLACES.native : "https://app.example.com/callback";
  return {
    domain: location.protocol === "https:" ? location.host : location.origin,
    issuer: `${location.origin}/`,
    clientId: application.client_id ?? "",
    secret: secret ?? SECRET_PLACE,
    callback: application.callbacks?.[0] ?? place,
    audience: audience ?? AUDIENCE_PLACE,
  };
}
