import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const DOCUMENT = "../crates/anteroom/tests/it/snapshots/it__openapi__openapi.snap";

/** Operations of the Management API that no page needs, each with the reason. */
const ELSEWHERE: Record<string, string> = {};

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

/** What the console asks of the API, by its typed client or by a path of its own for uploads. */
function asked(): Set<string> {
  const code = ["src/console", "src/kit"].flatMap(sources).join("\n");
  const typed = [...code.matchAll(/\.(GET|POST|PUT|PATCH|DELETE)\(\s*"(\/api\/v2\/[^"]+)"/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  const own = [...code.matchAll(/open\("(POST)",\s*"(\/api\/v2\/[^"]+)"/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  return new Set([...typed, ...own]);
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
