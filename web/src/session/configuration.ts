/** What the server writes into the page: whose console this is and how it signs in. */
export interface Configuration {
  /** The console's own client. */
  clientId: string;
  /** The audience of the Management API. */
  audience: string;
  /** What to ask for: who the person is, and all that an administrator may do. */
  scope: string;
  /** The tenant's name for people. */
  tenantName: string;
  /** The server's version. */
  version: string;
}

function content(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

/** The page's configuration. */
export function readConfiguration(): Configuration {
  return JSON.parse(content("anteroom-config")) as Configuration;
}

/** The nonce under which this page may add styles. */
export function styleNonce(): string {
  return content("csp-nonce");
}
