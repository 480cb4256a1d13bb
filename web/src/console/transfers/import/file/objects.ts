/** An entry of a file: what it says, or why it cannot be read. */
export type Entry = { said: Record<string, unknown> } | { wrong: Wrong; about?: string };

/** Why an entry cannot be read. */
export type Wrong = "notJson" | "notObject" | "tooManyCells" | "unclosed" | "notFlag" | "notNumber" | "notJsonCell";

function understood(text: string): Entry {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { said: value as Record<string, unknown> } : { wrong: "notObject" };
  } catch {
    return { wrong: "notJson" };
  }
}

/** The first entries of a file with an object a line; a last line that is cut is not told. */
export function readObjectLines(text: string, limit: number, whole: boolean): Entry[] {
  const lines = text.split("\n");
  if (!whole) lines.pop();
  return lines
    .filter((line) => line.trim() !== "")
    .slice(0, limit)
    .map(understood);
}

/** The first entries of a file that is an array; one that is cut is not told. */
export function readArray(text: string, limit: number): Entry[] {
  const entries: Entry[] = [];
  let place = text.indexOf("[") + 1;
  while (entries.length < limit) {
    const end = endOfValue(text, place);
    const value = text.slice(place, end);
    const isOver = end === undefined || value.trim() === "";
    if (isOver) break;
    entries.push(understood(value));
    if (text[end] !== ",") break;
    place = end + 1;
  }
  return entries;
}

/** Where the comma or bracket stands that ends a value of an array; undefined if it has not come. */
function endOfValue(text: string, from: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let place = from; place < text.length; place++) {
    const sign = text[place];
    if (quoted) {
      if (sign === "\\") place++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{" || sign === "[") depth++;
    else if (depth === 0 && (sign === "," || sign === "]")) return place;
    else if (sign === "}" || sign === "]") depth--;
  }
  return undefined;
}
