import type { Configuration } from "./configuration";
import { challengeOf, randomWord } from "./pkce";

const CALLBACK = "/console/callback";
const PENDING = "anteroom.console.pending";

/** What is kept in the tab while its person is at the sign-in page; no token among it. */
interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
}

/** What a code was exchanged for; lives in memory only. */
export interface Tokens {
  accessToken: string;
  /** What the token may do now. */
  scopes: string[];
  /** When it ends, in milliseconds since 1970. */
  expiresAt: number;
  /** Whose they are, as the ID token says. */
  claims: Claims;
  /** The ID token itself, which signing out asks for. */
  idToken: string;
}

/** The claims of an ID token that the screens read. */
export interface Claims {
  sub: string;
  name?: string;
  picture?: string;
  email?: string;
  /** Who may administer: `super_admin`, `admin` or `user`. */
  platform_role?: string;
}

/** Why a sign-in did not end in tokens: the error of RFC 6749 §4.1.2.1 or OpenID Connect Core §3.1.2.6. */
export class AuthorizationError extends Error {
  constructor(
    readonly code: string,
    description: string,
  ) {
    super(description || code);
  }
}

/** The errors of `prompt=none` that only mean: somebody must look at a page. */
export const NEEDS_A_PAGE = [
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
];

async function authorizeUrl(configuration: Configuration, pending: Pending, prompt?: "none"): Promise<string> {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: configuration.clientId,
    redirect_uri: location.origin + CALLBACK,
    audience: configuration.audience,
    scope: configuration.scope,
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: "S256",
    ui_locales: document.documentElement.lang,
  });
  if (prompt) query.set("prompt", prompt);
  return `/authorize?${query}`;
}

function begin(returnTo: string): Pending {
  return { state: randomWord(), verifier: randomWord(), returnTo };
}

function claimsOf(idToken: string): Claims {
  const payload = idToken.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
}

async function exchange(configuration: Configuration, answer: URL, pending: Pending): Promise<Tokens> {
  const told = answer.searchParams;
  const error = told.get("error");
  if (error) throw new AuthorizationError(error, told.get("error_description") ?? "");
  const code = told.get("code");
  if (!code || told.get("state") !== pending.state) throw new AuthorizationError("invalid_state", "");
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: configuration.clientId,
    redirect_uri: location.origin + CALLBACK,
    code,
    code_verifier: pending.verifier,
  });
  const response = await fetch("/oauth/token", { method: "POST", body });
  const json = (await response.json()) as Record<string, string>;
  if (!response.ok) throw new AuthorizationError(json["error"] ?? "server_error", json["error_description"] ?? "");
  return {
    accessToken: json["access_token"] ?? "",
    scopes: (json["scope"] ?? "").split(" ").filter(Boolean),
    expiresAt: Date.now() + Number(json["expires_in"]) * 1000,
    claims: claimsOf(json["id_token"] ?? ""),
    idToken: json["id_token"] ?? "",
  };
}

/**
 * Asks for tokens by the browser's session alone, without leaving the page: the answer to `prompt=none` is a redirect
 * within this origin, and its address holds the code.
 */
export async function signInSilently(configuration: Configuration): Promise<Tokens> {
  const pending = begin("");
  const response = await fetch(await authorizeUrl(configuration, pending, "none"), { credentials: "same-origin" });
  // Only the address is wanted; a page that nobody reads would hold the connection.
  void response.body?.cancel();
  const answer = new URL(response.url);
  if (answer.pathname !== CALLBACK) throw new AuthorizationError("server_error", response.statusText);
  return exchange(configuration, answer, pending);
}

/** Leaves for the sign-in page; the person comes back to `returnTo`. */
export async function signInAtPage(configuration: Configuration, returnTo: string): Promise<void> {
  const pending = begin(returnTo);
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  location.assign(await authorizeUrl(configuration, pending));
}

/** Whether this page is the one that sign-in comes back to. */
export function isCallback(): boolean {
  return location.pathname === CALLBACK;
}

/** Ends a sign-in that came back: the tokens, and where the person wanted to go. */
export async function finishSignIn(configuration: Configuration): Promise<{ tokens: Tokens; returnTo: string }> {
  const stored = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (!stored) throw new AuthorizationError("invalid_state", "");
  const pending = JSON.parse(stored) as Pending;
  const tokens = await exchange(configuration, new URL(location.href), pending);
  return { tokens, returnTo: pending.returnTo.startsWith("/console") ? pending.returnTo : "/console" };
}

/** Ends the browser's session; the way back leads to the sign-in page. */
export function signOut(idToken: string): void {
  const query = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: `${location.origin}/console` });
  location.assign(`/oidc/logout?${query}`);
}
