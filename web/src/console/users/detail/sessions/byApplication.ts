import type { RefreshToken } from "../queries/access";

/** The devices of an application. */
export interface ApplicationDevices {
  clientId: string;
  devices: RefreshToken[];
}

/** When a device last showed itself. */
export function lastUse(token: RefreshToken): string {
  return token.last_exchanged_at ?? token.created_at;
}

/** Devices by application; the application and the device that were last used come first. */
export function byApplication(tokens: RefreshToken[]): ApplicationDevices[] {
  const newestFirst = tokens.toSorted((one, other) => lastUse(other).localeCompare(lastUse(one)));
  const applications = new Map<string, RefreshToken[]>();
  for (const token of newestFirst) {
    applications.set(token.client_id, [...(applications.get(token.client_id) ?? []), token]);
  }
  return [...applications].map(([clientId, devices]) => ({ clientId, devices }));
}
