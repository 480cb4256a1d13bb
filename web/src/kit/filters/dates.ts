const HOUR = 3_600_000;

/** A time that a filter asks for: within the last hours or days, longer ago, between two days, or never. */
export type Dates =
  | { when: "within"; amount: number; unit: "h" | "d" }
  | { when: "before"; amount: number; unit: "h" | "d" }
  | { when: "between"; from: string; to: string }
  | { when: "never" };

/** The times that are offered at once, as filters write them. */
export const PRESETS = ["24h", "7d", "30d", "90d", "365d", ">30d", ">90d", ">365d"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day, or empty for an open end. */
function isDay(text: string | undefined): text is string {
  return text === "" || (text !== undefined && DAY.test(text));
}

/** What a filter's text means; undefined where it means nothing. */
export function parseDates(value: string): Dates | undefined {
  if (value === "never") return { when: "never" };
  const [, older, amount, unit] = /^(>?)(\d{1,5})([hd])$/.exec(value) ?? [];
  if (amount) {
    return { when: older ? "before" : "within", amount: Number(amount), unit: unit === "h" ? "h" : "d" };
  }
  const [from, to, ...rest] = value.split("..");
  if (rest.length > 0 || !isDay(from) || !isDay(to) || (!from && !to)) return undefined;
  return { when: "between", from, to };
}

/** The day's first moment where the person is; `days` later. */
function midnight(day: string, days = 0): Date | undefined {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const moment = new Date(year, month - 1, date + days);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/**
 * The moments from which on and before which, where the person is. Full hours and days, so that the same filter asks the
 * same for a while and cursors of its list hold.
 */
export function boundsOf(dates: Dates, now: Date = new Date()): { from?: Date; before?: Date } {
  if (dates.when === "never") return {};
  if (dates.when === "between") {
    return {
      from: dates.from ? midnight(dates.from) : undefined,
      before: dates.to ? midnight(dates.to, 1) : undefined,
    };
  }
  const edge =
    dates.unit === "h"
      ? new Date(Math.floor(now.getTime() / HOUR) * HOUR - dates.amount * HOUR)
      : new Date(now.getFullYear(), now.getMonth(), now.getDate() - dates.amount);
  return dates.when === "within" ? { from: edge } : { before: edge };
}
