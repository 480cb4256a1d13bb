import { useState } from "react";
import type { PagerProps } from "./table/Pager";

/** Pages behind cursors: the way on is the last answer's, the way back is the cursors passed so far. */
export function useCursorPages(perPage: number) {
  const [passed, setPassed] = useState<string[]>([]);
  return {
    /** The cursor of the page shown; undefined for the first one. */
    from: passed.at(-1),
    /** Begins again. */
    restart: () => setPassed([]),
    /** What the pager shows for an answer of so many rows. */
    pager(shown: number, next: string | undefined, total?: number): PagerProps {
      const pager: PagerProps = { from: passed.length * perPage + 1, shown, perPage };
      if (total !== undefined) pager.total = total;
      if (next) pager.next = () => setPassed([...passed, next]);
      if (passed.length > 0) pager.previous = () => setPassed(passed.slice(0, -1));
      return pager;
    },
  };
}
