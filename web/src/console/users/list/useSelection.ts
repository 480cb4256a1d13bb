import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { User } from "../../../api/types";
import type { Selection } from "../../../kit/table/types";
import { useUnselectable } from "./rules";

/** Who is selected, by id. */
export type Selected = ReadonlyMap<string, User>;

const idOf = (user: User) => user.user_id ?? "";

/** What is selected after the boxes of one page changed; who is on other pages stays. */
export function merge(selected: Selected, shown: User[], keys: ReadonlySet<string>): Selected {
  const next = new Map(selected);
  for (const user of shown) {
    if (keys.has(idOf(user))) next.set(idOf(user), user);
    else next.delete(idOf(user));
  }
  return next;
}

/** What stays selected when the filter changes: who is still shown. */
export function keepShown(selected: Selected, shown: User[]): Selected {
  const next = new Map(shown.filter((user) => selected.has(idOf(user))).map((user) => [idOf(user), user]));
  return next.size === selected.size ? selected : next;
}

/**
 * The selection of the list. It lasts from page to page; when `q` changes it drops who is no longer shown (S4.L14.1).
 *
 * @param rows - the rows shown; undefined while they are not those of `q`.
 */
export function useSelection(q: string, rows: User[] | undefined) {
  const [selected, setSelected] = useState<Selected>(new Map());
  const unselectable = useUnselectable();
  const shownFor = useRef(q);
  useEffect(() => {
    if (!rows || shownFor.current === q) return;
    shownFor.current = q;
    setSelected((before) => keepShown(before, rows));
  }, [q, rows]);
  const drop = useCallback((ids: string[]) => {
    setSelected((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  }, []);
  const table = useMemo(
    (): Selection<User> => ({
      keys: new Set(selected.keys()),
      change: (keys) => setSelected((before) => merge(before, rows ?? [], keys)),
      refused: unselectable,
    }),
    [selected, rows, unselectable],
  );
  const users = useMemo(() => [...selected.values()], [selected]);
  return { users, table, drop };
}
