import type { UserUpdate } from "../queries/user";

/** The bags of free JSON that a user has. */
export const BAGS = ["user_metadata", "app_metadata", "preferences"] as const;
/** One of them. */
export type Bag = (typeof BAGS)[number];
/** What a bag holds. */
export type Content = Record<string, unknown>;

/** As the editor shows it. */
export function textOf(content: Content | undefined): string {
  return JSON.stringify(content ?? {}, undefined, 2);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What to send so that the bag holds what the editor shows: the API sets the names of the first level that come, and
 * null takes one away; an empty object empties the bag.
 */
export function changeOf(bag: Bag, before: Content, after: Content): UserUpdate {
  if (Object.keys(after).length === 0) return { [bag]: {} };
  const set = Object.entries(after).filter(([name, value]) => !isSame(before[name], value));
  const gone = Object.keys(before).filter((name) => !(name in after));
  return { [bag]: { ...Object.fromEntries(set), ...Object.fromEntries(gone.map((name) => [name, null])) } };
}

/** The names of the first level that the editor sets to null: the API keeps none of them. */
export function nullsOf(content: Content): string[] {
  return Object.keys(content).filter((name) => content[name] === null);
}
