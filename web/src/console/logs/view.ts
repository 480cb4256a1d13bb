import { valuesOf } from "../../kit/filters/address";
import { boundsOf, parseDates } from "../../kit/filters/dates";
import { all, between, escaped, is, isOneOf, plain } from "../../kit/filters/query";
import { GROUPS, kindOf, kindsOf, type Group, type Kind } from "./events/kinds";

const NAMES = [
  "what",
  "user",
  "application",
  "request",
  "ip",
  "time",
  "text",
  "after",
  "before",
  "event",
  "live",
] as const;

/**
 * What of the record is shown, as the address has it: groups and kinds of event, a user's and an application's id, the id of a request or of a
 * bulk action, an address (or its beginning and a `*`), a time as kit/filters has it, words; the event before or behind the page; the
 * event whose details are open; `live=on` while new events are followed.
 */
export type LogView = Partial<Record<(typeof NAMES)[number], string>>;

/** The view that an address says; other names in it do not count. */
export function readView(search: Record<string, unknown>): LogView {
  const view: LogView = {};
  for (const name of NAMES) if (typeof search[name] === "string" && search[name]) view[name] = search[name];
  return view;
}

/** The view's filter alone: without place, open event and live tail. */
export function filterOf({ what, user, application, request, ip, time, text }: LogView): LogView {
  return { what, user, application, request, ip, time, text };
}

/** Whether the view leaves anything out. */
export function isFiltered(view: LogView): boolean {
  return Object.values(filterOf(view)).some(Boolean);
}

function isGroup(name: string): name is Group {
  return (GROUPS as readonly string[]).includes(name);
}

/** The kinds of event that a view shows; undefined for all. */
export function kindsWanted({ what = "" }: LogView): Set<string> | undefined {
  const names = valuesOf(what);
  if (names.length === 0) return undefined;
  return new Set(names.flatMap((name) => (isGroup(name) ? kindsOf(name).map(({ kind }) => kind) : [name])));
}

/** Type codes of which all kinds are wanted stand for them: that is shorter, and queries have an end. */
function wholeTypes(wanted: Kind[]): Set<string> {
  const kinds = new Set(wanted.map(({ kind }) => kind));
  const everything = [...kindsOf("changes"), ...kindsOf("passwords"), ...kindsOf("jobs")];
  const torn = new Set(everything.filter(({ kind }) => !kinds.has(kind)).map(({ type }) => type));
  return new Set(wanted.map(({ type }) => type).filter((type) => type && !torn.has(type)));
}

function ofKinds(view: LogView): string {
  const wanted = [...(kindsWanted(view) ?? [])].map(kindOf);
  const types = wholeTypes(wanted);
  const described = wanted.filter(({ type }) => !types.has(type)).map(({ description }) => description);
  const parts = [
    types.size > 0 ? `type:(${[...types].join(" OR ")})` : "",
    described.length > 0 ? isOneOf("description", described) : "",
  ].filter(Boolean);
  return parts.length > 1 ? `(${parts.join(" OR ")})` : (parts[0] ?? "");
}

function ofAddress(ip: string): string {
  return ip.endsWith("*") ? `ip:${escaped(ip.slice(0, -1))}*` : is("ip", ip);
}

/** The `q` that finds what the view shows. */
export function queryOf(view: LogView, now = new Date()): string | undefined {
  const dates = parseDates(view.time ?? "");
  const query = all([
    view.text?.trim() ? plain(view.text) : "",
    ofKinds(view),
    view.user ? is("user_id", view.user) : "",
    view.application ? is("client_id", view.application) : "",
    view.request ? is("correlation_id", view.request) : "",
    view.ip ? ofAddress(view.ip) : "",
    dates ? between("date", boundsOf(dates, now)) : "",
  ]);
  return query || undefined;
}
