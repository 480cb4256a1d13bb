import { words } from "../../words/languages";
import type { ApiError } from "../errors";
import { labelsOf } from "./labelOf";
import { partsOf, type Part } from "./parts";
import { fill, textsOf } from "./texts";

/** What the server says, in another language. */
export interface Catalogue {
  /** By code: what happened and what to do; `{message}` is what the server says about it. */
  codes: Record<string, string>;
  /** By the server's own words, rules and sentences; what stands in braces in both is carried over. */
  texts: Record<string, string>;
  /** How the language puts things together. */
  grammar: Grammar;
}

/** How a language puts things together. */
export interface Grammar {
  /** A field and what is wrong with it: `{field}`, `{rule}`. */
  at: string;
  /** An entry of a list: `{list}`, `{number}`. */
  entry: string;
  /** A place within a field: `{field}`, `{place}`. */
  within: string;
  /** Between two things that are wrong. */
  next: string;
  /** Between two values. */
  comma: string;
  /** Behind a sentence. */
  stop: string;
}

/** Tells refusals in a language; undefined is what it has no words for. */
export interface Teller {
  /** A refusal in whole sentences. */
  tell: (error: ApiError) => string | undefined;
  /** What stands beside the field that a refusal names. */
  rule: (error: ApiError) => string | undefined;
  /** A text of the server, of whose rules the fields are told elsewhere; `field` is the one at fault. */
  text: (server: string, field?: string) => string | undefined;
}

/** A teller by its catalogue. */
export function tellerOf({ codes, texts, grammar }: Catalogue): Teller {
  const known = textsOf(texts);
  const labelOf = labelsOf(grammar);

  function valueOf(name: string, value: string): string | undefined {
    if (name === "text") return wordsOf(value);
    if (name === "field" || name === "other") return labelOf(value);
    if (name === "values") return value.split(/, | and | or /).join(grammar.comma);
    // The server counts what stands before the place, people count the place in.
    if (name === "position") return String(Number(value) + 1);
    const word = `${name}.${value}`;
    return (name === "status" || name === "platformRole") && words.exists(word) ? words.t(word) : value;
  }
  function wordsOf(server: string, field?: string): string | undefined {
    for (const { pattern, names, words: sentence } of known) {
      const found = pattern.exec(server);
      const filled =
        found &&
        fill(sentence, (name) => {
          if (names.includes(name)) return valueOf(name, found[names.indexOf(name) + 1] ?? "");
          return name === "field" && field ? labelOf(field) : undefined;
        });
      if (filled) return filled;
    }
    return undefined;
  }
  function ended(sentence: string): string {
    return sentence.endsWith(grammar.stop) ? sentence : sentence + grammar.stop;
  }
  function partWords({ rule: broken, field }: Part): string {
    const wrong = wordsOf(broken, field) ?? broken;
    return (field && fill(grammar.at, (name) => (name === "field" ? labelOf(field) : wrong))) || wrong;
  }
  function tell({ code, message, field }: ApiError): string | undefined {
    const whole = wordsOf(message, field);
    if (whole) return ended(whole);
    const parts = partsOf(message);
    const wrong = parts.length > 0 ? parts.map(partWords).join(grammar.next) : message;
    if (parts.some((part) => wordsOf(part.rule, part.field))) return ended(wrong);
    return codes[code] && fill(codes[code], (name) => (name === "message" ? wrong : undefined));
  }
  function rule({ code, message, field }: ApiError): string | undefined {
    const [part] = partsOf(message);
    if (part) return wordsOf(part.rule, field);
    const byCode = codes[code];
    const found = wordsOf(message, field) ?? (byCode && fill(byCode, () => undefined));
    // One sentence beside a field stands without its stop, as the form's own words do.
    return found && found.indexOf(grammar.stop) === found.length - 1 ? found.slice(0, -1) : found;
  }
  function text(server: string, field?: string): string | undefined {
    const parts = partsOf(server);
    // Of an entry's field a file's errors say `password_hash must be …`, too.
    const own = field && server.startsWith(`${field} `) ? server.slice(field.length + 1).replace(/\.$/, "") : server;
    if (parts.length === 0) return wordsOf(own, field);
    return parts.map((part) => wordsOf(part.rule, field) ?? part.rule).join(grammar.next);
  }
  return { tell, rule, text };
}
