import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Tokens } from "./authorization";
import type { Configuration } from "./configuration";
import { openSession, Session } from "./session";

const configuration: Configuration = {
  clientId: "console",
  audience: "https://sign.in/api/v2/",
  scope: "openid read:users",
  tenantName: "Acme",
  version: "0",
};
const claims = btoa(JSON.stringify({ sub: "auth0|me", name: "Me" })).replaceAll("=", "");

function tokens(expiresAt: number): Tokens {
  return { accessToken: "first", scopes: ["read:users"], expiresAt, claims: { sub: "auth0|me" }, idToken: "" };
}

/** A server that answers `prompt=none` by a code, or by an error; the state as sent unless told otherwise. */
function serve({ error, state }: { error?: string; state?: string } = {}) {
  const asked: URL[] = [];
  const answer = vi.fn<(input: string) => Promise<Response>>(async (input) => {
    const url = new URL(input, location.origin);
    asked.push(url);
    if (url.pathname === "/oauth/token") {
      return Response.json({ access_token: "second", id_token: `.${claims}.`, expires_in: 600, scope: "read:users" });
    }
    const callback = new URL("/console/callback", location.origin);
    callback.searchParams.set("state", state ?? url.searchParams.get("state") ?? "");
    callback.searchParams.set(error ? "error" : "code", error ?? "a-code");
    return Object.defineProperty(new Response("<html>"), "url", { value: callback.href });
  });
  vi.stubGlobal("fetch", answer);
  return { asked, to: (path: string) => asked.filter(({ pathname }) => pathname === path) };
}

const left = vi.fn<(address: string) => void>();

beforeEach(() => {
  sessionStorage.clear();
  left.mockReset();
  vi.stubGlobal("location", {
    origin: "https://sign.in",
    pathname: "/console/users",
    search: "?q=ada",
    href: "https://sign.in/console/users?q=ada",
    assign: left,
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a token that holds is used as it is", async () => {
  const server = serve();
  const session = new Session(configuration, tokens(Date.now() + 600_000));
  expect(await session.accessToken()).toBe("first");
  expect(server.asked).toEqual([]);
});

test("one renewal serves all who wait for it", async () => {
  const server = serve();
  const session = new Session(configuration, tokens(Date.now() + 1_000));
  expect(await Promise.all([session.accessToken(), session.accessToken()])).toEqual(["second", "second"]);
  expect(server.to("/authorize")).toHaveLength(1);
  expect(server.to("/authorize")[0]?.searchParams.get("prompt")).toBe("none");
});

// RFC 6749 §10.12
test("an answer to a question that was not asked is refused", async () => {
  serve({ state: "somebody-else's" });
  await expect(openSession(configuration)).rejects.toMatchObject({ code: "invalid_state" });
});

test("who is not signed in goes to the sign-in page and comes back where they wanted to be", async () => {
  serve({ error: "login_required" });
  expect(await openSession(configuration)).toBeUndefined();
  const address = new URL(left.mock.calls[0]?.[0] ?? "", location.origin);
  expect(address.pathname).toBe("/authorize");
  expect(address.searchParams.has("prompt")).toBe(false);
  expect(address.searchParams.get("code_challenge_method")).toBe("S256");
  const pending = Object.values({ ...sessionStorage }).join("");
  expect(pending).toContain("/console/users?q=ada");
  expect(pending).not.toContain("eyJ");
});

test("another refusal is told, and nobody is sent round in circles", async () => {
  serve({ error: "access_denied" });
  await expect(openSession(configuration)).rejects.toMatchObject({ code: "access_denied" });
  expect(left).not.toHaveBeenCalled();
});
