import type { ApiError } from "../errors";

let telling: typeof import("./telling") | undefined;

/**
 * Loads what problems are told by, in the person's language: to wait for before one is shown. Without it, they are told in
 * the server's own words.
 */
export async function refusalWords(): Promise<void> {
  telling ??= await import("./telling").catch(() => undefined);
  await telling?.loadWords();
}

/** What went wrong, in words for the person. */
export function tellError(error: Error): string {
  return telling?.tellError(error) ?? error.message;
}

/** A text of the server in the person's language: a sentence, or rules; `field` is the one at fault. */
export function tellText(server: string, field?: string): string {
  return telling?.tellText(server, field) ?? server;
}

/** The rule that a refusal names, without the name of the field beside which it stands. */
export function ruleOf(error: ApiError): string {
  return telling?.tellRule(error) ?? error.message;
}
