import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format";

/** A moment, told from now; the exact time on hovering and for screen readers. */
export function Time({ value, exact = false }: { value: string | undefined; exact?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!value)
    return (
      <Text component="span" inherit c="dimmed">
        {t("time.never")}
      </Text>
    );
  const shown = exact ? format.time(value) : format.ago(value);
  // A title of the browser's own: long lists hold hundreds of these.
  return (
    <time dateTime={value} title={exact ? format.ago(value) : format.time(value)}>
      {shown}
    </time>
  );
}
