import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

const UNITS: [unit: string, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** A time in words, by its largest units: 36000 is 10 hours. */
export function inWords(seconds: number, language: string): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
    }
  }
  return parts.slice(0, 2).join(" ");
}

/** A length of time, typed in seconds and told in words. */
export function Seconds({ description, ...props }: NumberInputProps & { description?: string }) {
  const { i18n } = useTranslation();
  const seconds = Number(props.value);
  const words = Number.isFinite(seconds) && seconds > 0 ? inWords(seconds, i18n.language) : "";
  return (
    <NumberInput
      {...props}
      description={[words, description].filter(Boolean).join(" · ") || undefined}
      allowDecimal={false}
      allowNegative={false}
      hideControls
    />
  );
}
