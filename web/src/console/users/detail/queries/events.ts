import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../../api/ApiContext";
import { answer, type Api } from "../../../../api/client";
import type { LogEvent } from "../../../../api/types";
import { partOf } from "../../../../kit/everything";

/** How many events a page shows. */
export const EVENTS_A_PAGE = 25;

interface EventQuery {
  page: number;
  per_page: number;
  include_totals?: boolean;
  /** What else must hold, in the language of log searches. */
  q?: string;
}

async function eventsOf(api: Api, userId: string, query: EventQuery) {
  return partOf("logs", await answer(api.GET("/api/v2/users/{id}/logs", { params: { path: { id: userId }, query } })));
}

/** What a user did and what was done to it, newest first. */
export function useUserEvents(userId: string, page: number, q = "") {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "logs", userId, { page, q }],
    queryFn: () => eventsOf(api, userId, { page, per_page: EVENTS_A_PAGE, include_totals: true, ...(q ? { q } : {}) }),
    placeholderData: keepPreviousData,
  });
}

const DAY = 86_400_000;

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** How many sign-ins of a user were refused within the last 30 days. */
export function useFailures(userId: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "logs", userId, "failures"],
    queryFn: async () => {
      const q = `type:(f OR fp) AND date:[${day(Date.now() - 30 * DAY)} TO ${day(Date.now())}]`;
      return (await eventsOf(api, userId, { page: 0, per_page: 1, include_totals: true, q })).total;
    },
    enabled,
  });
}

/** The last time that a user signed in, not merely went on in a session; null where the record has none. */
export function useLastSignIn(userId: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "logs", userId, "lastSignIn"],
    queryFn: async () => (await eventsOf(api, userId, { page: 0, per_page: 1, q: "type:s" })).rows[0] ?? null,
    enabled,
  });
}

/** The last event by which a user changed; undefined where the caller may not see it. */
export async function lastChange(api: Api, userId: string): Promise<LogEvent | undefined> {
  try {
    const { rows } = await eventsOf(api, userId, { page: 0, per_page: 10 });
    return rows.find(({ details }) => details.kind.startsWith("user."));
  } catch {
    return undefined;
  }
}
