import { Code, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Copy } from "../../../kit/Copy";
import type { Snippet } from "./snippets";
import classes from "./Snippets.module.css";

/** Snippets, one of which is shown. */
export function Snippets({ snippets }: { snippets: Snippet[] }) {
  const { t } = useTranslation("applications");
  const [wanted, choose] = useState<string>();
  const snippet = snippets.find(({ name }) => name === wanted) ?? snippets[0];
  if (!snippet) return null;
  return (
    <Stack gap="sm" align="stretch">
      <SegmentedControl
        size="xs"
        aria-label={t("start.library")}
        data={snippets.map(({ name }) => name)}
        value={snippet.name}
        onChange={choose}
        className={classes["choice"]}
      />
      {snippet.install && <Block label={t("start.install")} code={snippet.install} />}
      <Block label={t("start.code", { name: snippet.name })} code={snippet.code} />
    </Stack>
  );
}

function Block({ label, code }: { label: string; code: string }) {
  return (
    <section aria-label={label}>
      <div className={classes["label"]}>
        <Text size="xs" c="dimmed" fw={600}>
          {label}
        </Text>
        <Copy text={code} what={label} />
      </div>
      <Code block tabIndex={0} className={classes["code"]}>
        {code}
      </Code>
    </section>
  );
}
