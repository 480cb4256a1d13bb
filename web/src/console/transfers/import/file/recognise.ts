/** How a file of users is written: a JSON array, a JSON object a line, or a table. */
export type FileFormat = "json" | "ndjson" | "csv";

/** Why a file cannot be read at all. */
export type Unreadable = "empty" | "spreadsheet" | "compressed" | "encoding" | "binary";

/** What the first bytes of a file tell. */
export type Recognised = { format: FileFormat; text: string } | { unreadable: Unreadable };

/** What files begin with that are no text. */
const BEGINNINGS: [number[], Unreadable][] = [
  [[0x50, 0x4b, 0x03, 0x04], "spreadsheet"],
  [[0xd0, 0xcf, 0x11, 0xe0], "spreadsheet"],
  [[0x1f, 0x8b], "compressed"],
  [[0xff, 0xfe], "encoding"],
  [[0xfe, 0xff], "encoding"],
];

/** Tells from its first bytes how a file is written; bytes cut within a letter are no fault. */
export function recognise(bytes: Uint8Array): Recognised {
  const known = BEGINNINGS.find(([beginning]) => beginning.every((byte, place) => bytes[place] === byte));
  if (known) return { unreadable: known[1] };
  if (bytes.subarray(0, 4096).includes(0)) return { unreadable: "binary" };
  const text = textOf(bytes);
  if (text === undefined) return { unreadable: "encoding" };
  const first = text.trimStart()[0];
  if (first === undefined) return { unreadable: "empty" };
  return { format: first === "[" ? "json" : first === "{" ? "ndjson" : "csv", text };
}

/** The bytes as UTF-8 without its mark; undefined if they are something else. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
