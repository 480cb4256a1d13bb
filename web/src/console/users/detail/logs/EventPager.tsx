import type { LogEvent } from "../../../../api/types";
import type { Part } from "../../../../kit/everything";
import { Pager } from "../../../../kit/table/Pager";
import { EVENTS_A_PAGE } from "../queries/events";

interface EventPagerProps {
  page: number;
  data: Part<LogEvent> | undefined;
  turn: (page: number) => void;
}

/** Turns pages of events, where there is more than one. */
export function EventPager({ page, data, turn }: EventPagerProps) {
  if (!data || data.rows.length === 0) return null;
  const { rows, total } = data;
  const ways = {
    ...(page > 0 ? { previous: () => turn(page - 1) } : {}),
    ...((page + 1) * EVENTS_A_PAGE < total ? { next: () => turn(page + 1) } : {}),
  };
  return <Pager from={page * EVENTS_A_PAGE + 1} shown={rows.length} total={total} perPage={EVENTS_A_PAGE} {...ways} />;
}
