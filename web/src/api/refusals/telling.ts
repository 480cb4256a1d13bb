import { AuthorizationError } from "../../session/authorization";
import { besideWords, otherWords, words, type Language } from "../../words/languages";
import { ApiError } from "../errors";
import { partsOf } from "./parts";
import type { Teller } from "./teller";

/** The languages that refusals are told in; the server's own words are English, and hold most detail. */
const LOADS: Partial<Record<Language, () => Promise<{ default: Teller }>>> = {
  "zh-CN": () => import("./zh-CN/teller"),
};

const tellers: Partial<Record<string, Teller>> = {};

async function load(language: Language): Promise<void> {
  try {
    // The labels of fields stand among the words of all pages.
    const [loaded] = await Promise.all([LOADS[language]?.(), otherWords(language)]);
    tellers[language] = loaded?.default;
  } catch {
    // What cannot be loaded now is asked for again with the next refusal; this one is told in the server's words.
  }
}

/** Loads the words of the person's language, and of those that are chosen later. */
export function loadWords(): Promise<void> {
  return besideWords(load);
}

/** Why nobody is signed in; in the server's words where the others could not be loaded. */
function tellAuthorization({ code, message }: AuthorizationError): string {
  const key = words.exists(`entry:${code}`) ? `entry:${code}` : "entry:other";
  return words.exists(key) ? words.t(key, { message }) : message;
}

/** What went wrong, in words for the person. */
export function tellError(error: Error): string {
  if (error instanceof AuthorizationError) return tellAuthorization(error);
  return (error instanceof ApiError && tellers[words.language]?.tell(error)) || error.message;
}

function begun(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

/** A text of the server in the person's language: a sentence, or rules; `field` is the one at fault. */
export function tellText(server: string, field?: string): string {
  const rules = partsOf(server).map(({ rule }) => begun(rule));
  return tellers[words.language]?.text(server, field) ?? (rules.join("; ") || server);
}

/** The rule that a refusal names, without the name of the field beside which it stands. */
export function tellRule(error: ApiError): string {
  return begun(tellers[words.language]?.rule(error) ?? partsOf(error.message)[0]?.rule ?? error.message);
}
