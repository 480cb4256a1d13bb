import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const DOCUMENT = "../crates/anteroom/tests/it/snapshots/it__openapi__openapi.snap";

/** Operations of the Management API that no page needs, each with the reason. */
const ELSEWHERE: Record<string, string> = {
  "GET /api/v2/client-grants/{id}": "The lists of grants tell all of each, so that none is asked for alone.",
  "GET /api/v2/connections/{id}": "The list of connections, which the settings read, tells all of each.",
  "GET /api/v2/device-credentials":
    "The user's page lists the same devices by GET /users/{id}/refresh-tokens, with more of each.",
  "POST /api/v2/device-credentials": "It refuses whatever it is sent: Auth0's name, without the keys of devices.",
  "GET /api/v2/refresh-tokens": "The user's page lists them by GET /users/{id}/refresh-tokens.",
  "GET /api/v2/refresh-tokens/{id}": "The list on the user's page tells all of each.",
  "POST /api/v2/refresh-tokens/revoke": "The user's page ends one, those of an application, or all.",
  "DELETE /api/v2/refresh-tokens/{id}":
    "The user's page ends one by DELETE /device-credentials/{id}, which does the same.",
  "PATCH /api/v2/refresh-tokens/{id}": "The metadata of a refresh token is for the programs that keep something there.",
  "GET /api/v2/sessions/{id}": "The list on the user's page tells all of each.",
  "DELETE /api/v2/sessions/{id}":
    "The user's page ends one by POST /sessions/{id}/revoke, with all that was given in it.",
  "PATCH /api/v2/sessions/{id}": "The metadata of a session is for the programs that keep something there.",
  "GET /api/v2/users-by-email": "The user list finds by e-mail address, and by everything else.",
  "POST /api/v2/users/bulk":
    "For programs that make a few users at once; a person imports a file, or makes one by the form.",
  "GET /api/v2/users/{id}/effective-roles":
    "Roles are given to users alone here, so that they are those of GET /users/{id}/roles.",
  "GET /api/v2/users/{id}/effective-permissions":
    "The user's page tells them of all APIs by GET /users/{id}/permissions.",
  "GET /api/v2/users/{id}/effective-permissions/sources/effective-roles":
    "The user's page tells with each permission the roles that it comes from, by GET /users/{id}/permissions.",
};

interface Document {
  paths: Record<string, Record<string, unknown>>;
}

function operations(): string[] {
  const text = readFileSync(DOCUMENT, "utf8");
  const { paths } = JSON.parse(text.slice(text.indexOf("\n{"))) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => /^(get|post|put|patch|delete)$/.test(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const CALLS = [
  // The typed client.
  /\.(GET|POST|PUT|PATCH|DELETE)\(\s*"(\/api\/v2\/[^"]+)"/g,
  // An upload that tells how far it is.
  /\.open\(\s*"(POST)",\s*"(\/api\/v2\/[^"]+)"/g,
];

/** The code with the paths that stand under a name put in its place. */
function withPaths(code: string): string {
  const named = code.matchAll(/^const ([A-Z]+) = ("\/api\/v2\/[^"]+");$/gm);
  return [...named].reduce((text, [, name, path]) => text.replace(new RegExp(`\\b${name}\\)`, "g"), `${path})`), code);
}

/** What the console asks of the API. */
function asked(): Set<string> {
  const code = ["src/console", "src/kit"].flatMap(sources).map(withPaths).join("\n");
  return new Set(CALLS.flatMap((call) => [...code.matchAll(call)].map(([, method, path]) => `${method} ${path}`)));
}

// S0.L17.5: what can be done by one way can be done by the other.
test("every operation has a place in the console, or a reason why not", () => {
  const called = asked();
  const placeless = operations().filter((operation) => !called.has(operation) && !(operation in ELSEWHERE));
  expect(placeless).toEqual([]);
});

test("the reasons are for operations that exist and that nothing calls", () => {
  const known = new Set(operations());
  const called = asked();
  expect(Object.keys(ELSEWHERE).filter((operation) => !known.has(operation) || called.has(operation))).toEqual([]);
});

// S0.L17.5
test("the console calls nothing that the API's document does not tell of", () => {
  const known = new Set(operations());
  expect([...asked()].filter((operation) => !known.has(operation))).toEqual([]);
});
