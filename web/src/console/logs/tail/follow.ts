import type { LogEvent } from "../../../api/types";

/** Where events come from and go to. */
export interface Source {
  /** The newest event of all. */
  newest: () => Promise<string | undefined>;
  /** Loads the list; what was visible before it was asked for is in it. */
  reload: () => Promise<unknown>;
  /** Those behind an event, oldest first, in the order in which they became visible. */
  behind: (from: string | undefined) => Promise<LogEvent[]>;
  /** Takes them. */
  take: (events: LogEvent[]) => void;
  /** Is told whether the last step came through. */
  working: (works: boolean) => void;
  /** Waits until the next step is due, and as long as nobody sees the page. */
  pause: () => Promise<void>;
  /** How many events a step brings at most. */
  step: number;
  signal: AbortSignal;
}

/**
 * Follows the record until it is told to stop. First it learns where the record ends, then it lets the list be loaded,
 * then it goes on from that end: what is not in the list comes behind it, so nothing is lost between the two.
 */
export async function follow(source: Source): Promise<void> {
  let last: string | undefined;
  let isPlaced = false;
  while (!source.signal.aborted) {
    let isFull = false;
    try {
      if (isPlaced) {
        const events = await source.behind(last);
        last = events.at(-1)?.log_id ?? last;
        isFull = events.length >= source.step;
        if (!source.signal.aborted && events.length > 0) source.take(events);
      } else {
        last = await source.newest();
        await source.reload();
        isPlaced = true;
      }
      source.working(true);
    } catch {
      // Told beside the switch; the next step asks for the same again.
      if (!source.signal.aborted) source.working(false);
    }
    if (!isFull) await source.pause();
  }
}
