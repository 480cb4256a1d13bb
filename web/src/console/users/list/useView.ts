import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { readView, writeView, type View } from "./view";

/** How a change of the view is kept by the browser's history. */
interface How {
  /** Whether the back button skips it. */
  replace?: boolean;
}

/** The list as the address tells it, and a way to change it. What changes the rows begins at the first page again. */
export function useView() {
  const address = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const view = useMemo(() => readView(address), [address]);
  const change = useCallback(
    (part: Partial<View>, { replace = false }: How = {}) => {
      void navigate({
        to: ".",
        replace,
        resetScroll: "page" in part,
        search: ((before: Record<string, string | undefined>) => {
          const stays = "page" in part || Object.keys(part).every((name) => name === "columns");
          const paging = stays ? {} : { page: 1, cursor: undefined };
          return writeView({ ...readView(before), ...paging, ...part });
        }) as never,
      });
    },
    [navigate],
  );
  return { view, change };
}

/** A way to change it. */
export type ChangeView = ReturnType<typeof useView>["change"];
