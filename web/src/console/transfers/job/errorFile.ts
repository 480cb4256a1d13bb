import type { EntryErrors } from "../queries";

/** How a file of errors is written: a line a problem, or an entry with its problems a line. */
export type ErrorFormat = "csv" | "ndjson";

const IDS = ["name", "username", "email", "phone_number", "external_id", "user_id"];

/** A cell of RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function line(cells: unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** The file of errors: for a spreadsheet, or for a program. */
export function errorFile(entries: EntryErrors[], format: ErrorFormat): Blob {
  if (format === "ndjson") {
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
    return new Blob(lines, { type: "application/x-ndjson" });
  }
  const lines = entries.flatMap(({ user, errors, position }) => {
    const said = user ?? {};
    const known = IDS.map((field) => said[field]);
    return errors.map(({ code, path, message }) => line([position + 1, ...known, code, path, message]));
  });
  const head = line(["number", ...IDS, "code", "field", "message"]);
  // The mark lets spreadsheets take it for UTF-8.
  return new Blob(["\ufeff", head, ...lines], { type: "text/csv;charset=utf-8" });
}
