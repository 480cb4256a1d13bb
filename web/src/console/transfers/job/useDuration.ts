import { useTranslation } from "react-i18next";

const UNITS: [unit: "hour" | "minute" | "second", seconds: number][] = [
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** About how long something takes, in the largest unit that fits. */
export function useDuration(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return (seconds) => {
    const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? UNITS[2]!;
    const style = { style: "unit", unit, unitDisplay: "long" } as const;
    return new Intl.NumberFormat(i18n.language, style).format(Math.ceil(seconds / length));
  };
}
