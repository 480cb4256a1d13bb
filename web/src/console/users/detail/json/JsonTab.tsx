import { CopyButton, Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { JsonEditor } from "../../../../kit/json/JsonEditor";
import { Section } from "../../../../kit/Section";
import { useShownUser } from "../ShownUser";

/** The whole user as the API answers it, to be read and copied (S2.L21.8, S0.L25.13). */
export default function JsonTab() {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const text = JSON.stringify(user, undefined, 2);
  const copy = (
    <CopyButton value={text}>
      {({ copied, copy: take }) => (
        <Button
          variant="default"
          onClick={take}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {copied ? t("common:action.copied") : t("common:action.copy")}
        </Button>
      )}
    </CopyButton>
  );
  return (
    <Section title={t("json.title")} description={t("json.text")} actions={copy}>
      <JsonEditor label={t("json.title")} hideLabel text={text} readOnly />
    </Section>
  );
}
