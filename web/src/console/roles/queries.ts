import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer } from "../../api/client";
import type { components } from "../../api/schema";
import { everything, partOf } from "../../kit/everything";

/** What a role permits. */
export type RolePermission = components["schemas"]["RolePermission"];
/** Who has a role. */
export type RoleMember = components["schemas"]["RoleMember"];

/** Rows of a page of roles, and of members. */
export const PER_PAGE = 25;

/** The roles whose names hold a text, a page of them (from 0). */
export function useRoles(search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", "list", search, page],
    queryFn: async ({ signal }) => {
      const query = { page, per_page: PER_PAGE, include_totals: true, ...(search && { name_filter: search }) };
      return partOf("roles", await answer(api.GET("/api/v2/roles", { params: { query }, signal })));
    },
    placeholderData: keepPreviousData,
  });
}

/** A role. */
export function useRole(roleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", roleId],
    queryFn: ({ signal }) => answer(api.GET("/api/v2/roles/{id}", { params: { path: { id: roleId } }, signal })),
  });
}

/** All that a role permits. */
export function useRolePermissions(roleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", roleId, "permissions"],
    queryFn: ({ signal }) =>
      everything(async (query) => {
        const asked = api.GET("/api/v2/roles/{id}/permissions", { params: { path: { id: roleId }, query }, signal });
        return partOf("permissions", await answer(asked));
      }),
  });
}

/** How much a role permits, and how many have it, counted by the server. */
export function useRoleCount(roleId: string, of: "permissions" | "users", enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", roleId, "count", of],
    enabled,
    staleTime: 30_000,
    queryFn: async ({ signal }) => {
      const params = { path: { id: roleId }, query: { per_page: 1, include_totals: true } };
      if (of === "users") {
        return partOf("users", await answer(api.GET("/api/v2/roles/{id}/users", { params, signal }))).total;
      }
      return partOf("permissions", await answer(api.GET("/api/v2/roles/{id}/permissions", { params, signal }))).total;
    },
  });
}

/** Who has a role, behind a cursor. */
export function useRoleMembers(roleId: string, from: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", roleId, "members", from ?? ""],
    queryFn: async ({ signal }) => {
      const query = { take: PER_PAGE, ...(from && { from }) };
      const asked = api.GET("/api/v2/roles/{id}/users", { params: { path: { id: roleId }, query }, signal });
      return (await answer(asked)) as { users: RoleMember[]; next?: string };
    },
    placeholderData: keepPreviousData,
  });
}
