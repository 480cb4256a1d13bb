import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format";
import { changeOf, type Comparison } from "./compare";

/** How a number changed from one span to the next, in words. */
export function useComparison(): (span: "created" | "day" | "week", comparison: Comparison) => string {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (span, comparison) => {
    const { direction, difference } = changeOf(comparison);
    const values = { now: format.number(comparison.now), difference: format.number(difference) };
    return t(`change.${span}.${direction}`, values);
  };
}
