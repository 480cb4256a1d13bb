import type { LogEvent } from "../../api/types";
import type { Details } from "./events/details";

/** An event for a test. */
export function anEvent(details: Details, others: Partial<LogEvent> = {}): LogEvent {
  const log_id = others.log_id ?? "log_1";
  return {
    _id: log_id,
    date: "2026-11-20T10:00:00.000Z",
    type: "x",
    description: "Something New",
    ...others,
    log_id,
    details,
  };
}

/** People and things in events. */
export const ADA = { kind: "user", id: "auth0|ada", name: "Ada Lovelace" };
export const GRACE = { kind: "user", id: "auth0|grace", name: "Grace Hopper" };
export const VISITOR = { kind: "visitor", id: "visitor", name: "" };
/** As the event tells the application through which it was done. */
export const SHOP = { client_id: "shop", client_name: "Shop" };
