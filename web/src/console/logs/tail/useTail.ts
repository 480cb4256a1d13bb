import { useEffect, useEffectEvent, useState } from "react";
import { useApi } from "../../../api/ApiContext";
import type { LogEvent } from "../../../api/types";
import { matcherOf } from "../matches";
import { readBehind, readNewest, STEP } from "../queries";
import type { LogView } from "../view";
import { follow } from "./follow";
import { arrived, NOTHING, released } from "./tail";

/** How often the record is asked for what is new, in milliseconds. */
const EVERY = 2_000;

/** Ends after a while, but not while nobody sees the page; at once when told to stop. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      if (document.hidden && !signal.aborted) return;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    let isDue = false;
    const look = () => isDue && end();
    const timer = setTimeout(() => {
      isDue = true;
      end();
    }, EVERY);
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", end, { once: true });
  });
}

interface Options {
  on: boolean;
  /** What the view shows, as JSON: another filter begins anew. */
  filter: string;
  /** Whether somebody reads and nothing may move. */
  isReading: boolean;
  reload: () => Promise<unknown>;
}

/** New events as they happen, while it is on. */
export function useTail({ on, filter, isReading, reload }: Options) {
  const api = useApi();
  const [tail, setTail] = useState(NOTHING);
  const [works, setWorks] = useState(true);
  const take = useEffectEvent((events: LogEvent[]) => setTail((before) => arrived(before, events, isReading)));
  const again = useEffectEvent(reload);
  useEffect(() => {
    if (!on) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const matches = matcherOf(JSON.parse(filter) as LogView);
    void follow({
      newest: () => readNewest(api, signal),
      behind: (from) => readBehind(api, from, signal),
      reload: () => again(),
      take: (events) => take(events.filter(matches)),
      working: setWorks,
      pause: () => pause(signal),
      step: STEP,
      signal,
    });
    return () => {
      stop.abort();
      setTail(NOTHING);
    };
  }, [api, on, filter]);
  const release = () => setTail(released);
  // Whoever has stopped reading sees at once what was held back.
  if (!isReading && tail.waiting.length > 0) release();
  return { tail, works, release };
}
