import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer, type Api } from "../../api/client";
import type { LogEvent } from "../../api/types";
import { filterOf, queryOf, type LogView } from "./view";

/** Events of a page. */
export const PAGE = 50;
/** Events of a step of the live tail. */
export const STEP = 100;

/** A page of the record, newest first, and whether there is more on either side. */
export interface LogPage {
  events: LogEvent[];
  newer: boolean;
  older: boolean;
}

interface Asked {
  q?: string;
  sort?: string;
  after?: string;
  per_page?: number;
  from?: string;
  take?: number;
}

async function ask(api: Api, query: Asked, signal?: AbortSignal): Promise<LogEvent[]> {
  return (await answer(api.GET("/api/v2/logs", { params: { query }, signal }))) as LogEvent[];
}

/** One event more than a page holds tells whether there is another page. */
export async function readPage(read: (query: Asked) => Promise<LogEvent[]>, view: LogView): Promise<LogPage> {
  const asked: Asked = { per_page: PAGE + 1, q: queryOf(view) };
  if (view.before) {
    const found = await read({ ...asked, after: view.before, sort: "date:1" });
    if (found.length > PAGE) return { events: found.slice(0, PAGE).toReversed(), newer: true, older: true };
  }
  const after = view.before ? undefined : view.after;
  const found = await read({ ...asked, after });
  return { events: found.slice(0, PAGE), newer: Boolean(after), older: found.length > PAGE };
}

/** The events that a view shows. */
export function useLogPage(view: LogView) {
  const api = useApi();
  const { after, before } = view;
  return useQuery({
    queryKey: ["logs", "list", filterOf(view), { after, before }],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => readPage((query) => ask(api, query, signal), view),
  });
}

/** The newest event of all; undefined where there is none. */
export async function readNewest(api: Api, signal: AbortSignal): Promise<string | undefined> {
  return (await ask(api, { per_page: 1 }, signal))[0]?.log_id;
}

/** The events that became visible behind this one, oldest first. */
export function readBehind(api: Api, from: string | undefined, signal: AbortSignal): Promise<LogEvent[]> {
  return ask(api, { from, take: STEP }, signal);
}

/** One event. */
export function useLogEvent(logId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["logs", "event", logId],
    enabled: Boolean(logId),
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const path = { id: logId ?? "" };
      return (await answer(api.GET("/api/v2/logs/{id}", { params: { path }, signal }))) as LogEvent;
    },
  });
}

/** What a role is called now. */
export function useRoleName(roleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", "name", roleId],
    staleTime: 60_000,
    queryFn: async () => (await answer(api.GET("/api/v2/roles/{id}", { params: { path: { id: roleId } } }))).name,
  });
}

/** The applications by their names, the first hundred. */
export function useApplicationNames(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", "names"],
    enabled,
    staleTime: 60_000,
    queryFn: async () => {
      const query = { fields: "client_id,name", include_fields: true, per_page: 100 };
      const found = await answer(api.GET("/api/v2/clients", { params: { query } }));
      return found as { client_id: string; name: string }[];
    },
  });
}

/** What a user is called; the id where nobody has it any more. */
export function useUserName(userId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "name", userId],
    enabled: Boolean(userId),
    staleTime: 60_000,
    queryFn: async () => {
      const params = { path: { id: userId ?? "" }, query: { fields: "name,email,username" } };
      const user = await answer(api.GET("/api/v2/users/{id}", { params }));
      return user.name || user.username || user.email || userId;
    },
  });
}
