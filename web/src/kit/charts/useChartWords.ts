import { useTranslation } from "react-i18next";

/** Days and numbers as charts write them; days are those of UTC, as the server counts them. */
export function useChartWords(): {
  /** 20 Nov */
  short: (day: string) => string;
  /** Friday, 20 November */
  long: (day: string) => string;
  /** 1.2K */
  compact: (value: number) => string;
} {
  const { i18n } = useTranslation();
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: "UTC" });
    return (day: string) => format.format(new Date(day));
  };
  const numbers = new Intl.NumberFormat(i18n.language, { notation: "compact", maximumFractionDigits: 1 });
  return {
    short: write({ day: "numeric", month: "short" }),
    long: write({ weekday: "long", day: "numeric", month: "long" }),
    compact: (value) => numbers.format(value),
  };
}
