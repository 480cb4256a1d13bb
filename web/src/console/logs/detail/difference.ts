import type { Change } from "../events/details";

/** A field before and after, at any depth: `user_metadata.theme`. */
export interface Difference {
  path: string[];
  from: unknown;
  to: unknown;
}

type Values = Record<string, unknown>;

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function compare(path: string[], from: unknown, to: unknown): Difference[] {
  const isDeep = (isObject(from) || isObject(to)) && (isObject(from) || absent(from)) && (isObject(to) || absent(to));
  if (!isDeep) return isSame(from, to) ? [] : [{ path, from, to }];
  const before = (from ?? {}) as Values;
  const after = (to ?? {}) as Values;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => compare([...path, name], before[name], after[name]));
}

/** Whether a value says nothing: it was not there, null or an empty text. */
export function absent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** What an event changed, field by field; of objects only the members that differ. */
export function differencesOf(changes: Change[]): Difference[] {
  return changes.flatMap(({ field, from, to }) => compare(field.split("."), from, to));
}

function inside(list: unknown[], value: unknown): boolean {
  return list.some((other) => isSame(other, value));
}

/** Of two lists: what is in the first alone, in both, and in the second alone. */
export function listDifference(from: unknown[], to: unknown[]): { gone: unknown[]; kept: unknown[]; added: unknown[] } {
  return {
    gone: from.filter((value) => !inside(to, value)),
    kept: from.filter((value) => inside(to, value)),
    added: to.filter((value) => !inside(from, value)),
  };
}
