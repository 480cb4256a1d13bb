import type { UserPermission } from "../queries/roles";

/** The permissions for an API. */
export interface ApiPermissions {
  identifier: string;
  name: string;
  permissions: UserPermission[];
}

/** Permissions by the APIs that they are for, in the order in which they came. */
export function byApi(permissions: UserPermission[]): ApiPermissions[] {
  const apis = new Map<string, ApiPermissions>();
  for (const one of permissions) {
    const { resource_server_identifier: identifier, resource_server_name: name } = one;
    const api = apis.get(identifier) ?? { identifier, name, permissions: [] };
    api.permissions.push(one);
    apis.set(identifier, api);
  }
  return [...apis.values()];
}
