import { valuesOf } from "../../../kit/filters/address";
import { boundsOf, parseDates } from "../../../kit/filters/dates";
import { all, begins, between, has, hasNot, is, isOneOf, plain } from "../../../kit/filters/query";
import type { Filter } from "../../../kit/filters/types";
import { parseMetadata } from "./metadata";
import type { FilterId, View } from "./view";

/** Fields that have another name in the query language. */
const TIMES: Partial<Record<FilterId, string>> = {
  created: "created_at",
  last_login: "last_login",
  updated: "updated_at",
};
const FIELDS: Partial<Record<FilterId, string>> = {
  role: "roles",
  connection: "identities.connection",
  domain: "email.domain",
};

function timeCondition(field: string, value: string, now: Date): string {
  const dates = parseDates(value);
  if (!dates) return "";
  return dates.when === "never" ? hasNot(field) : between(field, boundsOf(dates, now));
}

function metadataCondition(value: string): string {
  const asked = parseMetadata(value);
  if (!asked) return "";
  if (asked.how === "has") return has(asked.path);
  return asked.how === "begins" ? begins(asked.path, asked.text) : is(asked.path, asked.text);
}

/** One filter in the query language; empty where its text means nothing. */
export function condition({ kind, value }: Filter, now: Date = new Date()): string {
  const id = kind as FilterId;
  const time = TIMES[id];
  if (time) return timeCondition(time, value, now);
  if (id === "metadata") return metadataCondition(value);
  if (id === "without") return hasNot(value);
  if (id === "domain") return is("email.domain", value.replace(/^@/, ""));
  return isOneOf(FIELDS[id] ?? id, valuesOf(value));
}

/** The whole view as the API's `q`; empty for everybody. */
export function queryOf(view: Pick<View, "search" | "filters" | "advanced" | "q">, now: Date = new Date()): string {
  if (view.advanced) return view.q.trim();
  return all([plain(view.search), ...view.filters.map((filter) => condition(filter, now))]);
}
