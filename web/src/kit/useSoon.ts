import { useEffect } from "react";

/** When a page that somebody waits for has had its time, in milliseconds. */
const CALM = 1_000;

/** Does what nobody waits for yet: when the page has had its time, or as soon as it is wanted; perhaps more than once. */
export function useSoon(act: () => void, isWanted = false): void {
  useEffect(() => {
    if (isWanted) return act();
    const waiting = setTimeout(act, CALM);
    return () => clearTimeout(waiting);
  }, [act, isWanted]);
}
