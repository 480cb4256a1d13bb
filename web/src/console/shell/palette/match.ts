/** A text without case, accents and width, as people type it. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}

/**
 * How well one of the names fits what was typed: 0 where a name begins with it, 1 where a word in a name does, 2 where all
 * words stand somewhere in the names; undefined where they do not.
 */
export function fit(names: string[], typed: string): number | undefined {
  const wanted = folded(typed).trim();
  const all = names.map(folded);
  if (all.some((name) => name.startsWith(wanted))) return 0;
  if (all.some((name) => name.includes(` ${wanted}`))) return 1;
  const text = all.join(" ");
  return wanted.split(/\s+/).every((word) => text.includes(word)) ? 2 : undefined;
}
