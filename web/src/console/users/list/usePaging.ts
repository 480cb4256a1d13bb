import type { ChangeView } from "./useView";
import type { UserPage } from "./queries";
import { sortText, type View } from "./view";

/** The cursors of pages that were seen, by list and page: the way back. Forgotten with the tab. */
const trails = new Map<string, Map<number, string>>();

/** The ways from the page on and back; a page whose cursor is not known is asked for by its number. */
export function usePaging(view: View, q: string, page: UserPage | undefined, change: ChangeView) {
  const list = JSON.stringify([q, sortText(view.sort), view.perPage]);
  const trail = trails.get(list) ?? new Map<number, string>();
  function go(number: number, cursor: string | undefined) {
    if (view.cursor) trail.set(view.page, view.cursor);
    if (cursor) trail.set(number, cursor);
    trails.set(list, trail);
    change({ page: number, cursor: cursor ?? trail.get(number) });
  }
  // Pages by number have no cursor: a full one probably has another behind it.
  const goesOn = page?.next !== undefined || (page?.byNumber === true && page.users.length === view.perPage);
  return {
    next: goesOn ? () => go(view.page + 1, page?.next) : undefined,
    previous: view.page > 1 ? () => go(view.page - 1, undefined) : undefined,
  };
}
