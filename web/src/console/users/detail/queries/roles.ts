import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../../api/ApiContext";
import { answer } from "../../../../api/client";
import type { components } from "../../../../api/schema";
import { everything, partOf } from "../../../../kit/everything";
import { useChange } from "../../../../kit/useChange";

/** A permission with all that it comes from. */
export type UserPermission = components["schemas"]["UserPermission"];
/** A permission by its names. */
export type PermissionName = Pick<UserPermission, "resource_server_identifier" | "permission_name">;

const ROLES_TOUCH = [["users"], ["roles"], ["logs"]];

/** How many roles a search offers at once. */
const OFFERED = 30;

/** The roles that a user has. */
export function useUserRoles(userId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "roles", userId],
    queryFn: () =>
      everything(async (query) => {
        const params = { path: { id: userId }, query };
        return partOf("roles", await answer(api.GET("/api/v2/users/{id}/roles", { params })));
      }),
  });
}

/** Roles whose names hold a text. */
export function useRoleSearch(search: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["roles", "search", search],
    queryFn: async () => {
      const query = { page: 0, per_page: OFFERED, ...(search ? { name_filter: search } : {}) };
      return partOf("roles", await answer(api.GET("/api/v2/roles", { params: { query } }))).rows;
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Gives a user roles. */
export function useGiveRoles(userId: string) {
  return useChange(
    (api, roles: string[]) =>
      answer(api.POST("/api/v2/users/{id}/roles", { params: { path: { id: userId } }, body: { roles } })),
    { touches: ROLES_TOUCH },
  );
}

/** Takes roles from a user. */
export function useTakeRoles(userId: string) {
  return useChange(
    (api, roles: string[]) =>
      answer(api.DELETE("/api/v2/users/{id}/roles", { params: { path: { id: userId } }, body: { roles } })),
    { touches: ROLES_TOUCH },
  );
}

/** All permissions that a user has, by roles and without. */
export function useUserPermissions(userId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "permissions", userId],
    queryFn: () =>
      everything(async (query) => {
        const params = { path: { id: userId }, query };
        return partOf("permissions", await answer(api.GET("/api/v2/users/{id}/permissions", { params })));
      }),
  });
}

/** Gives a user permissions without a role. */
export function useGivePermissions(userId: string) {
  return useChange(
    (api, permissions: PermissionName[]) =>
      answer(api.POST("/api/v2/users/{id}/permissions", { params: { path: { id: userId } }, body: { permissions } })),
    { touches: ROLES_TOUCH },
  );
}

/** Takes permissions that a user has without a role. */
export function useTakePermissions(userId: string) {
  return useChange(
    (api, permissions: PermissionName[]) =>
      answer(api.DELETE("/api/v2/users/{id}/permissions", { params: { path: { id: userId } }, body: { permissions } })),
    { touches: ROLES_TOUCH },
  );
}
