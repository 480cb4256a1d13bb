import type { EntryErrors } from "../queries";

/** A line of the error table. */
export interface ErrorRow {
  key: string;
  /** Its number in the file, from 1, as the preview counts. */
  number: number;
  /** What the entry's person is called; empty where it says nothing. */
  name: string;
  /** What else it is known by. */
  second: string;
  faults: EntryErrors["errors"];
}

/** In this order a person's entry is named by them. */
const NAMES = ["name", "nickname", "username", "email", "phone_number", "external_id", "user_id"];
const IDS = ["username", "email", "phone_number", "external_id"];

function textsOf(user: unknown, fields: string[]): string[] {
  const said = (typeof user === "object" && user ? user : {}) as Record<string, unknown>;
  return fields
    .map((field) => said[field])
    .filter((value): value is string => typeof value === "string" && value !== "");
}

/** The lines of the error table. */
export function rowsOf(entries: EntryErrors[]): ErrorRow[] {
  return entries.map(({ user, errors, position }) => {
    const name = textsOf(user, NAMES)[0] ?? "";
    const second = textsOf(user, IDS).filter((text) => text !== name);
    return { key: String(position), number: position + 1, name, second: second.join(" · "), faults: errors };
  });
}
