import { answer } from "../../api/client";
import type { components } from "../../api/schema";
import { useChange } from "../../kit/useChange";

/** A permission, by its API's identifier and its scope. */
export type PermissionName = components["schemas"]["PermissionName"];

/** Makes a role. */
export function useCreateRole() {
  return useChange((api, body: components["schemas"]["RoleCreate"]) => answer(api.POST("/api/v2/roles", { body })), {
    touches: [["roles"]],
  });
}

/** Changes a role's own fields. */
export function useUpdateRole(roleId: string) {
  return useChange(
    (api, body: components["schemas"]["RoleUpdate"]) =>
      answer(api.PATCH("/api/v2/roles/{id}", { params: { path: { id: roleId } }, body })),
    { touches: [["roles"]] },
  );
}

/** Deletes a role: whoever has it has it no more. */
export function useDeleteRole(roleId: string) {
  return useChange<void, unknown>(
    (api) => answer(api.DELETE("/api/v2/roles/{id}", { params: { path: { id: roleId } } })),
    {
      touches: [["roles"], ["users"]],
      gone: true,
    },
  );
}

/** Lets a role permit more. */
export function useAddPermissions(roleId: string) {
  return useChange(
    (api, permissions: PermissionName[]) =>
      answer(api.POST("/api/v2/roles/{id}/permissions", { params: { path: { id: roleId } }, body: { permissions } })),
    { touches: [["roles", roleId], ["users"]] },
  );
}

/** Lets a role permit less. */
export function useRemovePermissions(roleId: string) {
  return useChange(
    (api, permissions: PermissionName[]) =>
      answer(api.DELETE("/api/v2/roles/{id}/permissions", { params: { path: { id: roleId } }, body: { permissions } })),
    { touches: [["roles", roleId], ["users"]] },
  );
}

/** Gives a role to users. */
export function useAddMembers(roleId: string) {
  return useChange(
    (api, users: string[]) =>
      answer(api.POST("/api/v2/roles/{id}/users", { params: { path: { id: roleId } }, body: { users } })),
    { touches: [["roles", roleId], ["users"]] },
  );
}

/** Takes a role from a user. */
export function useRemoveMember(roleId: string) {
  return useChange(
    (api, userId: string) =>
      answer(api.DELETE("/api/v2/users/{id}/roles", { params: { path: { id: userId } }, body: { roles: [roleId] } })),
    { touches: [["roles", roleId], ["users"]] },
  );
}
