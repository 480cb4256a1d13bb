import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format";
import { valuesOf } from "./address";
import { parseDates } from "./dates";
import type { FilterKind } from "./types";

/** More values than these are counted. */
const NAMED = 2;

/** Says a time that a filter asks for. */
export function useDatesText(): (value: string) => string {
  const { t } = useTranslation("filters");
  const { day } = useFormat();
  return (value) => {
    const dates = parseDates(value);
    if (!dates) return value;
    if (dates.when === "never") return t("dates.never");
    if (dates.when !== "between") {
      return t(`dates.${dates.when}${dates.unit === "h" ? "Hours" : "Days"}`, { count: dates.amount });
    }
    const [from, to] = [dates.from, dates.to].map((text) => (text ? day(`${text}T00:00`) : ""));
    if (from && to) return from === to ? from : `${from} – ${to}`;
    return from ? t("dates.since", { day: from }) : t("dates.until", { day: to });
  };
}

/** Says what a filter asks for, as its chip does. */
export function useDescribe(): (kind: FilterKind, value: string) => string {
  const { t } = useTranslation("filters");
  const datesText = useDatesText();
  return (kind, value) => {
    if (kind.type === "dates") return datesText(value);
    if (kind.type === "own") return kind.describe(value);
    if (kind.type === "text") return value;
    const names = valuesOf(value).map((one) => kind.choices.find((choice) => choice.value === one)?.label ?? one);
    if (names.length <= NAMED) return names.join(t("or"));
    return t("more", { first: names[0], count: names.length - 1 });
  };
}
