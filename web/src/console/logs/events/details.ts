import type { LogEvent } from "../../../api/types";

/** Our own record of an event, as the API's `details` has it. */
export type Details = LogEvent["details"];
/** Somebody or something in an event, with the name of that time: `user`, `client`, `role`, `system`, `visitor` and so on. */
export type Party = Details["actor"];
/** A field that changed. */
export type Change = NonNullable<Details["changes"]>[number];

/** The application through which it was done. */
export function applicationOf(event: LogEvent): { id: string; name: string } | undefined {
  if (!event.client_id) return undefined;
  const { actor, target } = event.details;
  const known = [actor, target].find((party) => party?.kind === "client" && party.id === event.client_id);
  const other = [actor, target].find((party) => party?.kind === "client" && party.id !== event.client_id);
  // The event's own name may be that of the application that was changed.
  const told = other && other.name === event.client_name ? undefined : event.client_name;
  return { id: event.client_id, name: known?.name || told || event.client_id };
}

/** The browser or program in a few words; the user agent's beginning where it is none that is known. */
export function browserOf(event: LogEvent): string | undefined {
  return event.details.browser ?? event.user_agent?.split(/[ (]/, 1)[0];
}
