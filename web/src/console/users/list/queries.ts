import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../api/ApiContext";
import { answer, type Api } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import type { User } from "../../../api/types";
import { useMay } from "../../../session/SessionContext";

/** What rows and columns show; metadata may be long and stays away. */
const FIELDS =
  "user_id,public_id,external_id,picture,name,nickname,username,company,locale,zoneinfo," +
  "email,email_verified,phone_number,phone_verified,identities,platform_role,source," +
  "status,status_reason,status_changed_at,blocked,locked_until,created_at,updated_at,last_login,last_ip,logins_count";

/** A page of users. */
export interface UserPage {
  users: User[];
  /** The cursor of the next page. */
  next?: string;
  /** Whether it was asked for by its number, so that nothing tells whether it is the last. */
  byNumber?: boolean;
}

/** Which page of which list. */
export interface UserListWanted {
  q: string;
  sort: string;
  perPage: number;
  page: number;
  cursor: string | undefined;
}

type UserListAnswer = User[] | { users?: User[]; next?: string; total?: number; total_is_estimate?: boolean };

async function askForUsers(api: Api, query: Record<string, unknown>, signal: AbortSignal) {
  const given = await answer(api.GET("/api/v2/users", { params: { query: query as object }, signal }));
  const list = given as unknown as UserListAnswer;
  return Array.isArray(list) ? { users: list } : { ...list, users: list.users ?? [] };
}

async function askForPage(api: Api, wanted: UserListWanted, signal: AbortSignal): Promise<UserPage> {
  const { q, sort, perPage, page, cursor } = wanted;
  const list = { q: q || undefined, sort, fields: FIELDS };
  if (page === 1 || cursor) {
    try {
      return await askForUsers(api, { ...list, take: perPage, from: page === 1 ? undefined : cursor }, signal);
    } catch (error) {
      // A cursor belongs to one filter, and a shared address may name a day that has passed: then the number counts.
      if (!(cursor && error instanceof ApiError && error.code === "invalid_paging")) throw error;
    }
  }
  const { users } = await askForUsers(api, { ...list, per_page: perPage, page: page - 1 }, signal);
  return { users, byNumber: true };
}

/** A page of the list; while the next one loads the rows of the one before stay. */
export function useUserPage(wanted: UserListWanted) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "list", wanted],
    queryFn: ({ signal }) => askForPage(api, wanted, signal),
    placeholderData: keepPreviousData,
    // What took too long takes too long again.
    retry: (count, error) => count < 2 && error instanceof ApiError && error.status === 0,
  });
}

/** How many users there are: exactly, about, or too many to count in time. */
export type Total = { count: number; isEstimate: boolean } | "many";

async function askForTotal(api: Api, q: string, signal: AbortSignal): Promise<Total> {
  for (const totals of ["true", "estimate"]) {
    try {
      const query = { q: q || undefined, per_page: 0, page: 0, include_totals: totals };
      const { total = 0, total_is_estimate: isEstimate = false } = (await askForUsers(api, query, signal)) as {
        total?: number;
        total_is_estimate?: boolean;
      };
      return { count: total, isEstimate };
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 503)) throw error;
    }
  }
  return "many";
}

/** The number of users that a query finds; asked for beside the rows, which never wait for it. */
export function useUserTotal(q: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "total", q],
    queryFn: ({ signal }) => askForTotal(api, q, signal),
    retry: false,
    enabled,
  });
}

/** The roles of the tenant's applications. */
export function useRoles() {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", "choices"],
    queryFn: async ({ signal }) => {
      const given = await answer(api.GET("/api/v2/roles", { params: { query: { per_page: 100 } }, signal }));
      return Array.isArray(given) ? given : (given.roles ?? []);
    },
    staleTime: 60_000,
    enabled: useMay("read:roles"),
  });
}

/** The tenant's connections. */
export function useConnections() {
  const api = useApi();
  return useQuery({
    queryKey: ["connections", "choices"],
    queryFn: async ({ signal }) => {
      const given = await answer(api.GET("/api/v2/connections", { params: { query: { per_page: 100 } }, signal }));
      return Array.isArray(given) ? given : (given.connections ?? []);
    },
    staleTime: 60_000,
    enabled: useMay("read:connections"),
  });
}
