/** A value or phrase in quotes: within them only the quote and the backslash mean anything. */
export function quoted(text: string): string {
  return `"${text.replaceAll("\0", "").replace(/["\\]/g, "\\$&")}"`;
}

/** A word without quotes, every sign of which stands for itself. */
export function escaped(text: string): string {
  return text.replaceAll("\0", "").replace(/[\s()*?:\\"[\]{}]/g, "\\$&");
}

/** The field is this value. */
export function is(field: string, value: string): string {
  return `${escaped(field)}:${quoted(value)}`;
}

/** The field is one of these values. */
export function isOneOf(field: string, values: string[]): string {
  if (values.length <= 1) return values.map((value) => is(field, value)).join("");
  return `${escaped(field)}:(${values.map(quoted).join(" OR ")})`;
}

/** The field begins so. */
export function begins(field: string, value: string): string {
  return value ? `${escaped(field)}:${escaped(value)}*` : has(field);
}

/** The field has a value. */
export function has(field: string): string {
  return `_exists_:${quoted(field)}`;
}

/** The field has no value. */
export function hasNot(field: string): string {
  return `NOT ${has(field)}`;
}

/** The field's time is at `from` or later and earlier than `before`. */
export function between(field: string, { from, before }: { from?: Date; before?: Date }): string {
  if (!from && !before) return "";
  return `${escaped(field)}:[${from?.toISOString() ?? "*"} TO ${before?.toISOString() ?? "*"}${before ? "}" : "]"}`;
}

/** All conditions, of which some may be empty. */
export function all(conditions: string[]): string {
  return conditions.filter(Boolean).join(" AND ");
}

/** More words than this are one phrase: a query has a limit of terms. */
const MOST_WORDS = 24;

/**
 * What somebody types who knows of no query language: every word somewhere, every sign literally. What looks like a phone
 * number is looked for without its spaces and brackets too.
 */
export function plain(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const found = words.length > MOST_WORDS ? quoted(words.join(" ")) : words.map(quoted).join(" AND ");
  const digits = text.replace(/[\s().\-/]/g, "");
  if (words.join("") === digits || !/^\+?\d{5,15}$/.test(digits)) return words.length > 1 ? `(${found})` : found;
  return `(${quoted(digits)} OR (${found}))`;
}
