import { useTranslation } from "react-i18next";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How numbers and times are written in the person's language and time zone. */
export interface Format {
  /** 10,000 */
  number: (value: number) => string;
  /** 20 Nov 2026, 15:04 */
  time: (value: string | number | Date) => string;
  /** 20 Nov 2026 */
  day: (value: string | number | Date) => string;
  /** 5 minutes ago; beyond a month the day. */
  ago: (value: string | number | Date, now?: number) => string;
}

function ago(relative: Intl.RelativeTimeFormat, day: (value: Date) => string, value: Date, now: number): string {
  const seconds = (value.getTime() - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance >= 30 * DAY) return day(value);
  if (distance < MINUTE) return relative.format(0, "second");
  if (distance < HOUR) return relative.format(Math.trunc(seconds / MINUTE), "minute");
  if (distance < DAY) return relative.format(Math.trunc(seconds / HOUR), "hour");
  return relative.format(Math.trunc(seconds / DAY), "day");
}

const formats = new Map<string, Format>();

/** The format of a language; made once, for what it is made of takes its time. */
export function formatOf(language: string): Format {
  const known = formats.get(language) ?? makeFormat(language);
  formats.set(language, known);
  return known;
}

function makeFormat(language: string): Format {
  const numbers = new Intl.NumberFormat(language);
  const times = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const day = (value: string | number | Date) => days.format(new Date(value));
  return {
    number: (value) => numbers.format(value),
    time: (value) => times.format(new Date(value)),
    day,
    ago: (value, now = Date.now()) => ago(relative, day, new Date(value), now),
  };
}

/** The format of the language on the screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(i18n.language);
}
