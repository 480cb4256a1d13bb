import { useTranslation } from "react-i18next";

const UNITS: [unit: "gigabyte" | "megabyte" | "kilobyte" | "byte", bytes: number][] = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
  ["byte", 1],
];

/** How large a file is, in words. */
export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const [unit, length] = UNITS.find(([, least]) => bytes >= least) ?? UNITS[3]!;
    // The short form of bytes knows no plural.
    const unitDisplay = unit === "byte" ? "long" : "short";
    const format = new Intl.NumberFormat(i18n.language, { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 });
    return format.format(bytes / length);
  };
}
