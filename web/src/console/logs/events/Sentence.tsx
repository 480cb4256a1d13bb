import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { reasonOf, sentenceOf } from "./sentence";

/** What happened, in a sentence with its names standing out; with the reason behind it where there is one. */
export function Sentence({ event, withReason = false }: { event: LogEvent; withReason?: boolean }) {
  const { t } = useTranslation("logs");
  const reason = withReason ? reasonOf(t, event) : undefined;
  return (
    <>
      {sentenceOf(t, event).map((piece, place) =>
        piece.isName ? (
          <Text key={place} span inherit fw={600} dir="auto">
            {piece.text}
          </Text>
        ) : (
          piece.text
        ),
      )}
      {reason && (
        <Text span inherit c="dimmed">
          {t("event.because", { reason })}
        </Text>
      )}
    </>
  );
}
