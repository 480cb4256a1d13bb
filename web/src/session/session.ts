import {
  AuthorizationError,
  finishSignIn,
  isCallback,
  NEEDS_A_PAGE,
  signInAtPage,
  signInSilently,
  signOut,
  type Claims,
  type Tokens,
} from "./authorization";
import type { Configuration } from "./configuration";

/** Renew this long before the access token ends, in milliseconds. */
const MARGIN = 30_000;

/** Who is signed in, and the access token of the moment. Tokens live here and nowhere else. */
export class Session {
  #tokens: Tokens;
  #renewing: Promise<void> | undefined;

  constructor(
    readonly configuration: Configuration,
    tokens: Tokens,
  ) {
    this.#tokens = tokens;
  }

  /** The claims of whoever is signed in. */
  get person(): Claims {
    return this.#tokens.claims;
  }

  /** Whether the person may do what this scope names; the server decides again at every request. */
  may(scope: string): boolean {
    return this.#tokens.scopes.includes(scope);
  }

  /** Whether the person may do anything at all here. */
  get isAdministrator(): boolean {
    return this.may("read:users");
  }

  /** An access token that holds for a while yet. */
  async accessToken(): Promise<string> {
    if (Date.now() > this.#tokens.expiresAt - MARGIN) await this.renew();
    return this.#tokens.accessToken;
  }

  /** Ends the browser's session and leaves. */
  signOut(): void {
    signOut(this.#tokens.idToken);
  }

  /** Takes new tokens by the browser's session; many callers wait for one renewal. */
  renew(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew(): Promise<void> {
    try {
      this.#tokens = await signInSilently(this.configuration);
    } catch (error) {
      if (error instanceof AuthorizationError && NEEDS_A_PAGE.includes(error.code)) {
        await signInAtPage(this.configuration, location.pathname + location.search);
      }
      throw error;
    }
  }
}

/**
 * The session of this page: by the browser's session where it has one, else by way of the sign-in page, in which case
 * nothing is returned and the page goes away.
 */
export async function openSession(configuration: Configuration): Promise<Session | undefined> {
  if (isCallback()) {
    const { tokens, returnTo } = await finishSignIn(configuration);
    history.replaceState(null, "", returnTo);
    return new Session(configuration, tokens);
  }
  try {
    return new Session(configuration, await signInSilently(configuration));
  } catch (error) {
    if (!(error instanceof AuthorizationError && NEEDS_A_PAGE.includes(error.code))) throw error;
    await signInAtPage(configuration, location.pathname + location.search);
    return undefined;
  }
}
