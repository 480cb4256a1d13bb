import { useNavigate, useSearch } from "@tanstack/react-router";

/** Where in a list with cursors one is, kept in the address: the cursors of the pages gone through. */
export interface Trail {
  /** The cursor of this page; absent on the first one. */
  from: string | undefined;
  /** How many pages are before this one. */
  pages: number;
  next: (cursor: string) => void;
  /** Absent on the first page. */
  previous: (() => void) | undefined;
}

const NAME = "after";

/** The trail of the page's list. */
export function useTrail(): Trail {
  const search = useSearch({ strict: false }) as Record<string, string>;
  const navigate = useNavigate();
  const cursors = (search[NAME] ?? "").split(".").filter(Boolean);
  function go(trail: string[]) {
    const changed = { ...search, [NAME]: trail.join(".") };
    void navigate({ to: ".", search: changed as never, resetScroll: false });
  }
  return {
    from: cursors.at(-1),
    pages: cursors.length,
    next: (cursor) => go([...cursors, cursor]),
    previous: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : undefined,
  };
}
