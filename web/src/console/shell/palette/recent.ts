const KEY = "anteroom.palette";
const KEPT = 5;

/** A choice of before: an entry by its id, or a user by the id and what to show. */
export interface Recent {
  id: string;
  user?: { user_id: string; name: string; email?: string; picture?: string };
}

/** What was chosen in this tab before, the latest first; it ends with the tab, for it names people. */
export function readRecent(): Recent[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? (stored as Recent[]) : [];
  } catch {
    return [];
  }
}

/** Remembers a choice. */
export function remember(choice: Recent): void {
  const others = readRecent().filter(({ id }) => id !== choice.id);
  sessionStorage.setItem(KEY, JSON.stringify([choice, ...others].slice(0, KEPT)));
}
