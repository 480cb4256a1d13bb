/** Where a user's page is. */
export function userAddress(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}

/** Where a role's page is. */
export function roleAddress(roleId: string): string {
  return `/roles/${encodeURIComponent(roleId)}`;
}

/** Where an application's page is. */
export function applicationAddress(clientId: string): string {
  return `/applications/${encodeURIComponent(clientId)}`;
}

/** Where an entry of the record is. */
export function logAddress(logId: string): string {
  return `/logs/${encodeURIComponent(logId)}`;
}

/** Where an API's page is. */
export function apiAddress(apiId: string): string {
  return `/apis/${encodeURIComponent(apiId)}`;
}
