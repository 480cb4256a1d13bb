import type { PermissionName } from "../changes";

/** One text for a permission, to tell it from all others. */
export function keyOf({ resource_server_identifier, permission_name }: PermissionName): string {
  return JSON.stringify([resource_server_identifier, permission_name]);
}

/** The names alone, as a request takes them. */
export function nameOnly({ resource_server_identifier, permission_name }: PermissionName): PermissionName {
  return { resource_server_identifier, permission_name };
}
