import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  return [...new Set(keys.map((key) => key.replace(/_(one|other)$/, "")))].toSorted();
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
  const translated = new Map(flat(chinese).map(([key, text]) => [key.replace(/_(one|other)$/, ""), text]));
  for (const [key, text] of flat(english)) {
    const other = translated.get(key.replace(/_(one|other)$/, "")) ?? "";
    if (!key.endsWith("_one")) expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
  }
});

test("what the screens ask for has words", () => {
  const known = new Set(withoutNumber(keysOf(english)));
  const missing: string[] = [];
  for (const path of sources("src")) {
    const code = readFileSync(path, "utf8");
    const own = /useTranslation\("(\w+)"\)/.exec(code)?.[1] ?? "common";
    for (const [, key = ""] of code.matchAll(/\bt\("([\w:.]+)"/g)) {
      const full = key.includes(":") ? key.replace(":", ".") : `${own}.${key}`;
      if (!known.has(full)) missing.push(`${path}: ${key}`);
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
