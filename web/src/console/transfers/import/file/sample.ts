import { readArray, readObjectLines, type Entry } from "./objects";
import { recognise, type FileFormat, type Unreadable } from "./recognise";
import { readLines, separatorOf, type TableLine } from "./records";

/** How much of a file is looked at, in bytes: a file may be larger than the memory. */
const LOOKED_AT = 2 * 1024 * 1024;
/** How many entries are shown before an import. */
export const SHOWN = 10;

/** The beginning of a file: of a table the columns and lines, else the entries. */
export type Sample =
  { format: "csv"; header: string[]; lines: TableLine[] } | { format: Exclude<FileFormat, "csv">; entries: Entry[] };

/** Looks at the beginning of a file, without sending it anywhere. */
export async function readSample(file: Blob): Promise<Sample | { unreadable: Unreadable }> {
  const whole = file.size <= LOOKED_AT;
  const seen = recognise(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
  if ("unreadable" in seen) return seen;
  const { format, text } = seen;
  if (format === "json") return { format, entries: readArray(text, SHOWN) };
  if (format === "ndjson") return { format, entries: readObjectLines(text, SHOWN, whole) };
  const [header, ...lines] = readLines(text, separatorOf(text), SHOWN + 1, whole);
  return { format, header: header?.cells ?? [], lines };
}

/** Some values of a column, for people who choose what it is. */
export function valuesOf(lines: TableLine[], column: number): string[] {
  return [...new Set(lines.map(({ cells }) => cells[column] ?? "").filter((cell) => cell.trim() !== ""))].slice(0, 3);
}
