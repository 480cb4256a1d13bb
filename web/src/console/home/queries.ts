import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer } from "../../api/client";
import type { LogEvent } from "../../api/types";
import { useMay } from "../../session/SessionContext";

/** What happened on a day, in UTC. */
export interface Day {
  date: string;
  logins: number;
  failures: number;
  active_users: number;
  created_users: number;
}

/** How long numbers count as fresh, in milliseconds. */
const FRESH = 60_000;
/** Events shown. */
const EVENTS = 8;
/** What administrators did, but for single users made or changed: an import would bury all else under those. */
const CHANGES = [
  "Change a User's status",
  "Change a User's platform role",
  "Create a client",
  "Update a client",
  "Delete a client",
  "Create a job",
  "Update tenant settings",
  "Update a connection",
  "Create a role",
];
/** Refused sign-ins, locks, deletions and changes: as many kinds as the API finds quickly. */
const RECENT = `type:(f OR fp OR fu OR limit_wc OR limit_mu OR sdu OR fapi) OR description:(${CHANGES.map((words) => `"${words}"`).join(" OR ")})`;

/** How many users there are. */
export function useUserTotal() {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "total"],
    staleTime: FRESH,
    queryFn: async () => {
      const query = { per_page: 0, include_totals: "true" };
      const list = await answer(api.GET("/api/v2/users", { params: { query } }));
      return (list as unknown as { total: number }).total;
    },
  });
}

/** How many users signed in within 30 days. */
export function useActiveUsers() {
  const api = useApi();
  return useQuery({
    queryKey: ["stats", "active-users"],
    staleTime: FRESH,
    enabled: useMay("read:stats"),
    queryFn: () => answer(api.GET("/api/v2/stats/active-users")),
  });
}

/** The last 30 days, oldest first. */
export function useDays() {
  const api = useApi();
  return useQuery({
    queryKey: ["stats", "daily"],
    staleTime: FRESH,
    enabled: useMay("read:stats"),
    queryFn: async (): Promise<Day[]> => answer(api.GET("/api/v2/stats/daily")),
  });
}

/** The newest events that an administrator may want to know of. */
export function useRecentEvents() {
  const api = useApi();
  return useQuery({
    queryKey: ["logs", "recent"],
    enabled: useMay("read:logs"),
    queryFn: async () => {
      const query = { q: RECENT, per_page: EVENTS };
      return (await answer(api.GET("/api/v2/logs", { params: { query } }))) as LogEvent[];
    },
  });
}

/** Whether there is an application that people can sign in to. */
export function useHasApplication() {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", "any"],
    enabled: useMay("read:clients"),
    queryFn: async () => {
      const query = { app_type: "native,spa,regular_web", is_global: false, per_page: 1, fields: "client_id" };
      const found = await answer(api.GET("/api/v2/clients", { params: { query } }));
      return (found as unknown[]).length > 0;
    },
  });
}
