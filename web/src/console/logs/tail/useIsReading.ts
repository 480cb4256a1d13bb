import { useWindowScroll } from "@mantine/hooks";
import { useEffect, useState } from "react";

/** Further down than this, somebody reads, in pixels. */
const TOP = 120;

/** Whether somebody reads the list: has scrolled, points at it, has the focus in it, or looks at an event. */
export function useIsReading(list: HTMLElement | null, isOpen: boolean): boolean {
  const [scroll] = useWindowScroll();
  const [isOver, setOver] = useState(false);
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    if (!list) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    list.addEventListener("pointerenter", (event) => setOver(event.pointerType === "mouse"), { signal });
    list.addEventListener("pointerleave", () => setOver(false), { signal });
    list.addEventListener("focusin", () => setIn(true), { signal });
    list.addEventListener("focusout", (event) => setIn(list.contains(event.relatedTarget as Node | null)), { signal });
    return () => stop.abort();
  }, [list]);
  return isOver || isIn || isOpen || scroll.y > TOP;
}
