import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import first from "./en";
import { reachable } from "../testing/reach";
import { allWords } from "./languages";

const english = await allWords("en");
const chinese = await allWords("zh-CN");

function keysOf(words: object, before = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" ? keysOf(value as object, `${before}${key}.`) : [before + key],
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? "").toSorted();
}

function flat(words: object, before = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "object" ? flat(value as object, `${before}${key}.`) : [[before + key, String(value)]],
  );
}

/** English tells one from many; Chinese does not. */
function withoutNumber(keys: string[]): string[] {
  return [...new Set(keys.map((key) => key.replace(/_(zero|one|other)$/, "")))].toSorted();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.|schema\.ts/.test(entry.name) ? [path] : [];
  });
}

test("both languages say the same", () => {
  expect(withoutNumber(keysOf(chinese))).toEqual(withoutNumber(keysOf(english)));
});

test("both languages fill in the same", () => {
  const translated = new Map(flat(chinese).map(([key, text]) => [key.replace(/_(zero|one|other)$/, ""), text]));
  for (const [key, text] of flat(english)) {
    const other = translated.get(key.replace(/_(zero|one|other)$/, "")) ?? "";
    if (!/_(zero|one)$/.test(key)) expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
  }
});

/** The namespaces in which a file looks words up: its own, or the rooms that a shared component is given. */
function namespacesOf(path: string, codes: Map<string, string>): string[] {
  const code = codes.get(path) ?? "";
  if (!code.includes("useTranslation(room)")) return [/useTranslation\("(\w+)"\)/.exec(code)?.[1] ?? "common"];
  const given = new RegExp(`<${basename(path, ".tsx")}\\s[^>]*?\\broom="(\\w+)"`, "g");
  return [...codes.values()].flatMap((other) => [...other.matchAll(given)].map(([, room = ""]) => room));
}

test("what the screens ask for has words", () => {
  const known = new Set(withoutNumber(keysOf(english)));
  const codes = new Map(sources("src").map((path) => [path, readFileSync(path, "utf8")]));
  const missing: string[] = [];
  for (const [path, code] of codes) {
    const namespaces = namespacesOf(path, codes);
    expect([path, namespaces]).not.toEqual([path, []]);
    for (const [, key = ""] of code.matchAll(/\bt\("([\w:.]+)"/g)) {
      const wanted = key.includes(":") ? [key.replace(":", ".")] : namespaces.map((own) => `${own}.${key}`);
      missing.push(...wanted.filter((full) => !known.has(full)).map((full) => `${path}: ${full}`));
    }
  }
  expect(missing).toEqual([]);
});

test("what is shown without `later` needs only the words of the first page", () => {
  const others = new Set(Object.keys(english).filter((namespace) => !(namespace in first)));
  const missing = [...reachable("src/console/start.tsx")].flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(?:useTranslation\(|\bt\(|Key=)["`](\w+)(?=["`:])/g)]
      .filter(([, namespace = ""]) => others.has(namespace))
      .map(([asked]) => `${path}: ${asked}`),
  );
  expect(missing).toEqual([]);
});
