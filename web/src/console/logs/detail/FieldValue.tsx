import { Text } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "../../../words/format";
import { absent } from "./difference";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Fields whose values have words of their own. */
const WORDS: Record<string, string> = {
  status: "common:status",
  platform_role: "common:platformRole",
  action: "logs:action",
};

function told(t: TFunction<"logs">, format: Format, field: string, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  if (typeof value === "number") return format.number(value);
  if (typeof value === "object") return JSON.stringify(value, null, 1);
  const text = String(value);
  if (TIME.test(text)) return format.time(text);
  const words = WORDS[field];
  return words ? t(`${words}.${text}`, { defaultValue: text }) : text;
}

/** A field's value as a person reads it. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation("logs");
  const format = useFormat();
  if (absent(value))
    return (
      <Text span inherit c="dimmed">
        {t("value.none")}
      </Text>
    );
  if (Array.isArray(value) && value.length === 0)
    return (
      <Text span inherit c="dimmed">
        {t("value.empty")}
      </Text>
    );
  return (
    <Text span inherit dir="auto">
      {told(t, format, field, value)}
    </Text>
  );
}
