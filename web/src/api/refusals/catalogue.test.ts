import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CODES_LEFT_OUT, TEXTS_LEFT_OUT } from "../../testing/leftOut";
import { serverTexts } from "../../testing/serverTexts";
import { allWords } from "../../words/languages";
import { LABELS } from "./labels";
import { tellerOf, type Catalogue } from "./teller";
import { catalogue as chinese } from "./zh-CN/catalogue";

const CATALOGUES: [string, Catalogue][] = [["zh-CN", chinese]];
/** Where the texts stand that an administrator may meet. */
const FOLDERS = [
  "model/src",
  "accounts/src",
  "http/src/management",
  "http/src/extract",
  "store/src/search",
  "crypto/src/imported",
  "signin/src/bearer",
];
/** What the console, and the server's readers of JSON and queries, say in the same way. */
const OTHERS = [
  "HTTP {}",
  "invalid type: {}, expected {}",
  "invalid value: {}, expected {}",
  "missing field `{}`",
  "unknown variant `{}`, expected {}",
  "Additional properties not allowed: {}",
  "`{}` {}",
  "The field must be a text.",
  "The field must be an object.",
  "The field must be an array.",
  "The field must be true or false.",
  "Payload validation error: 'Invalid multipart payload format'.",
];

const documented = Array.from(
  readFileSync("../docs/errors.md", "utf8").matchAll(/^\| `(\w+)` \|/gm),
  ([, code = ""]) => code,
);
const told = serverTexts(FOLDERS);
const leftOutCodes = CODES_LEFT_OUT.flatMap(({ codes }) => codes);

/** With what is filled in left open. */
function open(text: string): string {
  return text.replaceAll(/\{\w+\}/g, "{}");
}

/** The names of what is filled in. */
function names(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
}

function isLeftOut({ text, path }: { text: string; path: string }): boolean {
  return TEXTS_LEFT_OUT.some(
    ({ paths = [], texts = [] }) => texts.includes(text) || paths.some((place) => path.startsWith(place)),
  );
}

/** What a catalogue has no words for: neither this very text, nor one with something filled in where this is fixed. */
function without(catalogue: Catalogue): typeof told {
  const { text: words } = tellerOf(catalogue);
  const same = new Set(Object.keys(catalogue.texts).map(open));
  return told.filter(({ text }) => !same.has(text) && words(text.replaceAll("{}", "7"), "email") === undefined);
}

test.each(CATALOGUES)("every code that an administrator may meet has words in %s, and no other", (_, { codes }) => {
  expect(documented.length).toBeGreaterThan(60);
  expect(Object.keys(codes).toSorted()).toEqual(documented.filter((code) => !leftOutCodes.includes(code)).toSorted());
});

test("the codes left out are codes", () => {
  expect(leftOutCodes.filter((code) => !documented.includes(code))).toEqual([]);
});

test.each(CATALOGUES)("every rule and sentence of the server has words in %s", (_, catalogue) => {
  expect(told.length).toBeGreaterThan(300);
  expect(without(catalogue).filter((one) => !isLeftOut(one))).toEqual([]);
});

test.each(CATALOGUES)("%s has no words for what nobody says", (_, catalogue) => {
  const texts = [...told.map(({ text }) => text), ...OTHERS];
  const unsaid = Object.entries(catalogue.texts).filter(([server, words]) => {
    const { text } = tellerOf({ ...catalogue, texts: { [server]: words } });
    return !texts.some((one) => one === open(server) || text(one.replaceAll("{}", "7"), "email") !== undefined);
  });
  expect(unsaid.map(([server]) => server)).toEqual([]);
});

test("nothing is left out in vain", () => {
  const missing = without(chinese);
  const vain = TEXTS_LEFT_OUT.flatMap(({ paths = [], texts = [] }) => [
    ...paths.filter((place) => !missing.some(({ path }) => path.startsWith(place))),
    ...texts.filter((one) => !missing.some(({ text }) => text === one)),
  ]);
  expect(vain).toEqual([]);
});

test.each(CATALOGUES)("%s fills in what the server says, and nothing else", (_, { codes, texts, grammar }) => {
  const strange = Object.entries(texts).filter(([server, words]) =>
    names(words).some((name) => !names(server).includes(name) && name !== "field"),
  );
  expect(strange).toEqual([]);
  expect(Object.values(codes).filter((words) => names(words).some((name) => name !== "message"))).toEqual([]);
  expect(Object.values(codes).filter((words) => !words.endsWith(grammar.stop) && !words.endsWith("{message}"))).toEqual(
    [],
  );
});

test.each(["en", "zh-CN"] as const)("the labels of fields are words of %s", async (language) => {
  const words = (await allWords(language)) as Record<string, Record<string, unknown>>;
  const missing = Object.values(LABELS).filter((label) => {
    const [namespace = "", key = ""] = label.split(":");
    const found = key
      .split(".")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], words[namespace]);
    return typeof found !== "string";
  });
  expect(missing).toEqual([]);
});
