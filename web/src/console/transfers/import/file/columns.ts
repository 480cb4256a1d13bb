import type { Entry, Wrong } from "./objects";
import type { TableLine } from "./records";

/** As what a cell below free metadata is understood. */
export const KINDS = ["text", "number", "boolean", "json"] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** What a column of a table is. */
export interface Column {
  /** A field; with a dot at its end a place below it; empty to leave the column out. */
  target: string;
  /** The names below the field, joined by dots. */
  path: string;
  kind: Kind;
}

/** What columns are by their names. */
export type Columns = Record<string, Column>;

/** A column that is left out. */
export const LEFT_OUT: Column = { target: "", path: "", kind: "text" };

const FLAGS = ["email_verified", "phone_verified", "blocked", "!blocked", "reset_password_on_next_login"];
const OBJECTS = ["user_metadata", "app_metadata", "custom_password_hash", "address", "preferences"];

/** Whether a column of this name may hold passwords as people type them, which have no place anywhere. */
export function isPlainPassword(name: string): boolean {
  return /pass(word|wd)|^密码$/i.test(name.trim());
}

/** A column that is this; below free metadata it is called as in the table until somebody says otherwise. */
export function columnAt(name: string, target: string): Column {
  const path = target.endsWith(".")
    ? name
        .trim()
        .replaceAll(/[.$:\s]+/g, "_")
        .replaceAll(/^_|_$/g, "")
    : "";
  return { target, path, kind: "text" };
}

/** The columns with all that were left out as user metadata, but for passwords. */
export function keepRest(columns: Columns): Columns {
  const kept = Object.entries(columns).map(([name, column]): [string, Column] => {
    const isKept = column.target === "" && name.trim() !== "" && !isPlainPassword(name);
    return [name, isKept ? columnAt(name, "user_metadata.") : column];
  });
  return Object.fromEntries(kept);
}

/** Whether the column's place is below a field, and has names of its own. */
export function isBelow(column: Column): boolean {
  return column.target.endsWith(".");
}

/** The column as the API's mapping says it. */
export function pathOf(column: Column): string {
  return isBelow(column) ? `${column.target}${column.path}:${column.kind}` : column.target;
}

/** The mapping for the API: every column by its name. */
export function mappingOf(columns: Columns): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pathOf(column)]));
}

function placeOf(column: Column): string {
  return (isBelow(column) ? column.target + column.path : column.target).replace(/^!/, "");
}

/** What keeps a column from being what was chosen: another one is the same, or its place has no name. */
export function faultOf(columns: Columns, name: string): "twice" | "nameless" | undefined {
  const column = columns[name];
  if (!column?.target) return undefined;
  if (isBelow(column) && column.path.split(".").includes("")) return "nameless";
  const same = Object.values(columns).filter((other) => placeOf(other) === placeOf(column));
  return same.length > 1 ? "twice" : undefined;
}

/** The entry that a line makes, as the server reads it: an empty cell says nothing. */
export function entryOf(header: string[], line: TableLine, columns: Columns): Entry {
  if (line.unclosed) return { wrong: "unclosed" };
  if (line.cells.length > header.length) return { wrong: "tooManyCells" };
  const said: Record<string, unknown> = {};
  for (const [index, name] of header.entries()) {
    const column = columns[name];
    const cell = line.cells[index];
    if (!column?.target || !cell) continue;
    const value = understood(column, plain(cell));
    if ("wrong" in value) return { wrong: value.wrong, about: name };
    put(said, placeOf(column).split("."), value.is);
  }
  return { said };
}

/** The cell without the quote that keeps spreadsheets from taking it for a formula. */
function plain(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function kindOf(column: Column): Kind {
  if (isBelow(column)) return column.kind;
  if (FLAGS.includes(column.target)) return "boolean";
  return OBJECTS.includes(column.target) ? "json" : "text";
}

function understood(column: Column, cell: string): { is: unknown } | { wrong: Wrong } {
  switch (kindOf(column)) {
    case "text":
      return { is: cell };
    case "number":
      return cell.trim() === "" || Number.isNaN(Number(cell)) ? { wrong: "notNumber" } : { is: Number(cell) };
    case "boolean": {
      const word = cell.trim().toLowerCase();
      if (!["true", "1", "yes", "false", "0", "no"].includes(word)) return { wrong: "notFlag" };
      return { is: ["true", "1", "yes"].includes(word) !== column.target.startsWith("!") };
    }
    case "json":
      try {
        return { is: JSON.parse(cell) as unknown };
      } catch {
        return { wrong: "notJsonCell" };
      }
  }
}

function put(object: Record<string, unknown>, [name = "", ...below]: string[], value: unknown): void {
  if (below.length === 0) {
    object[name] = value;
    return;
  }
  const inner = (object[name] ??= {}) as Record<string, unknown>;
  put(inner, below, value);
}
