import type { LogEvent } from "../../api/types";
import { boundsOf, parseDates } from "../../kit/filters/dates";
import { kindsWanted, type LogView } from "./view";

/** Whether new events can be followed: the view is the newest page, and its time has no end. */
export function canFollow(view: LogView): boolean {
  const dates = parseDates(view.time ?? "");
  return !view.after && !view.before && !(dates && boundsOf(dates).before);
}

function holds(event: LogEvent, word: string): boolean {
  const parts = [event.description, event.user_name, event.client_name];
  const whole = [event.user_id, event.client_id, event.ip, event.connection, event.log_id, event.type];
  return parts.some((text) => text?.toLowerCase().includes(word)) || whole.some((text) => text?.toLowerCase() === word);
}

function isFrom(wanted: string, ip: string): boolean {
  return wanted.endsWith("*") ? ip.startsWith(wanted.slice(0, -1)) : ip === wanted;
}

/** Tells of an event whether the view shows it, as the server would. */
export function matcherOf(view: LogView): (event: LogEvent) => boolean {
  const kinds = kindsWanted(view);
  const words = (view.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const { user, application, request, ip } = view;
  return (event) => {
    const { kind, actor, target, correlation_id: batch } = event.details;
    return (
      (!kinds || kinds.has(kind)) &&
      (!application || event.client_id === application) &&
      (!user || [event.user_id, actor?.id, target?.id].includes(user)) &&
      (!request || batch === request) &&
      (!ip || isFrom(ip, event.ip ?? "")) &&
      words.every((word) => holds(event, word))
    );
  };
}
