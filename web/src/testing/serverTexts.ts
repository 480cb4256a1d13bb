import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CRATES = "../crates";

function sources(folder: string): string[] {
  return readdirSync(join(CRATES, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".rs") && !/\btests\b/.test(path) ? [path] : [];
  });
}

/** Rust without its tests, comments and what is told to the compiler. */
function bare(code: string): string {
  return code
    .replace(/#\[cfg\(test\)\]\s*mod \w+ \{.*/s, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/\btracing::\w+!\(.*?\);/gs, "")
    .replaceAll(/#!?\[(?!error\().*?\]\s*$/gms, "");
}

/** The text that a literal of Rust stands for; `{}` where something is filled in. */
function read(literal: string): string {
  return literal
    .replaceAll(/\\\n\s*/g, "")
    .replaceAll(/\\(["\\])/g, "$1")
    .replaceAll(/\{[\w:.?]*\}/g, "{}")
    .replaceAll("{{", "{")
    .replaceAll("}}", "}");
}

const SQL = /\b(SELECT|WHERE|LIKE|MATCH|AND|OR|IN|IS NOT) |\b[a-z]\.[a-z_]+\b|^user_attribute/;

/** A text of the server, and a file that holds it. */
export interface ServerText {
  text: string;
  path: string;
}

/** The texts in Rust sources below these folders, each once: more than a word, and no SQL. */
export function serverTexts(folders: string[]): ServerText[] {
  const found = new Map<string, string>();
  for (const path of folders.flatMap(sources)) {
    for (const [, literal = ""] of bare(readFileSync(join(CRATES, path), "utf8")).matchAll(
      /(?<!')"((?:[^"\\]|\\[^])*)"/g,
    )) {
      const text = read(literal);
      if (/[a-z]{2,} |\} [a-z]{2,}/.test(text) && !SQL.test(text) && !found.has(text)) found.set(text, path);
    }
  }
  return Array.from(found, ([text, path]) => ({ text, path }));
}
