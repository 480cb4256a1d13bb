/** A text of the server in another language: what stands in braces in both is carried over. */
export interface Text {
  pattern: RegExp;
  names: string[];
  words: string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

function textOf([server, words]: [string, string]): Text {
  const names = [...server.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
  const literal = server.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return { pattern: new RegExp(`^${literal.join("(.+?)")}$`, "s"), names, words };
}

/** How much of a text is the same every time. */
function weight([server]: [string, string]): number {
  return server.replace(PLACEHOLDER, "").length;
}

/** The texts of a catalogue, those that say most about themselves first. */
export function textsOf(catalogue: Record<string, string>): Text[] {
  return Object.entries(catalogue)
    .toSorted((one, other) => weight(other) - weight(one))
    .map(textOf);
}

/** The words with their placeholders filled in; undefined where one is not known. */
export function fill(words: string, valueOf: (name: string) => string | undefined): string | undefined {
  let isWhole = true;
  const filled = words.replace(PLACEHOLDER, (_, name: string) => {
    const value = valueOf(name);
    if (value === undefined) isWhole = false;
    return value ?? "";
  });
  return isWhole ? filled : undefined;
}
