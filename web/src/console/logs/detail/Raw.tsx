import { Accordion, Code } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { Copy } from "../../../kit/Copy";

/** The event as the API tells it, folded. */
export function Raw({ event }: { event: LogEvent }) {
  const { t } = useTranslation("logs");
  const text = JSON.stringify(event, null, 2);
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="raw">
        <Accordion.Control>{t("detail.raw")}</Accordion.Control>
        <Accordion.Panel>
          <Copy text={text} what={t("detail.raw")} />
          <Code block tabIndex={0} aria-label={t("detail.raw")}>
            {text}
          </Code>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
