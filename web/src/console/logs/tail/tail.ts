import type { LogEvent } from "../../../api/types";

/** How many followed events are kept on the page. */
export const KEPT = 500;

/** What the live tail has brought: each event once, newest first. */
export interface Tail {
  /** Shown above the list. */
  shown: LogEvent[];
  /** Held back while somebody reads. */
  waiting: LogEvent[];
}

/** A tail that has brought nothing yet. */
export const NOTHING: Tail = { shown: [], waiting: [] };

/** The tail with events that came, oldest first; ones that it has already are not taken twice. */
export function arrived(tail: Tail, events: LogEvent[], isReading: boolean): Tail {
  const known = new Set([...tail.shown, ...tail.waiting].map((event) => event.log_id));
  const fresh: LogEvent[] = [];
  for (const event of events) {
    if (known.has(event.log_id)) continue;
    known.add(event.log_id);
    fresh.unshift(event);
  }
  if (fresh.length === 0) return tail;
  const waiting = [...fresh, ...tail.waiting];
  return isReading ? { ...tail, waiting } : released({ ...tail, waiting });
}

/** The tail with nothing held back. */
export function released(tail: Tail): Tail {
  if (tail.waiting.length === 0) return tail;
  return { shown: [...tail.waiting, ...tail.shown].slice(0, KEPT), waiting: [] };
}

/** The tail's events above those of the list, which may have some of them too. */
export function merged(tail: Tail, listed: LogEvent[]): LogEvent[] {
  const above = new Set([...tail.shown, ...tail.waiting].map((event) => event.log_id));
  return [...tail.shown, ...listed.filter((event) => !above.has(event.log_id))];
}
