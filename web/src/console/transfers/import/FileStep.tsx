import { Alert, Button, FileButton, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle, IconCloudUpload, IconFileText } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import classes from "./import.module.css";
import { StepButtons } from "./StepButtons";
import { useSize } from "./useSize";
import type { Chosen, ImportPlan } from "./useImportPlan";

const ENDINGS = ".json,.ndjson,.jsonl,.csv,.tsv,.txt";

/** The file: dropped or chosen. It is looked at here and sent nowhere yet. */
export function FileStep({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation("transfers");
  const { chosen, unreadable } = plan;
  return (
    <Section title={t("import.step.file")} description={t("file.description")}>
      <Stack>
        {chosen ? <ChosenFile chosen={chosen} choose={plan.choose} /> : <DropPlace choose={plan.choose} />}
        {unreadable && (
          <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t("file.unreadable")} role="alert">
            {t(`file.reason.${unreadable}`)}
          </Alert>
        )}
      </Stack>
      <StepButtons plan={plan} ready={chosen !== undefined} />
    </Section>
  );
}

function DropPlace({ choose }: { choose: ImportPlan["choose"] }) {
  const { t } = useTranslation("transfers");
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void choose(file);
  }
  return (
    <div
      className={classes["drop"]}
      data-over={over || undefined}
      data-testid="drop"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <ThemeIcon size={44} radius="xl" variant="light">
        <IconCloudUpload size={22} />
      </ThemeIcon>
      <Text fw={550}>{t("file.drop")}</Text>
      <Text size="sm" c="dimmed" maw={420}>
        {t("file.formats")}
      </Text>
      <ChooseButton choose={choose} label={t("file.choose")} />
    </div>
  );
}

function ChooseButton({ choose, label }: { choose: ImportPlan["choose"]; label: string }) {
  return (
    <FileButton accept={ENDINGS} inputProps={{ "aria-label": label }} onChange={(file) => file && void choose(file)}>
      {(props) => (
        <Button {...props} variant="default" mt="xs">
          {label}
        </Button>
      )}
    </FileButton>
  );
}

function ChosenFile({ chosen, choose }: { chosen: Chosen; choose: ImportPlan["choose"] }) {
  const { t } = useTranslation("transfers");
  const size = useSize();
  const { file, sample } = chosen;
  const parts = [size(file.size), t(`file.is.${sample.format}`)];
  if (sample.format === "csv") parts.push(t("file.columns", { count: sample.header.length }));
  return (
    <div className={classes["chosen"]}>
      <ThemeIcon size={40} radius="md" variant="light">
        <IconFileText size={20} />
      </ThemeIcon>
      <Stack gap={0} flex={1}>
        <Text fw={550} size="sm">
          {file.name}
        </Text>
        <Text component="output" size="sm" c="dimmed">
          {parts.join(" · ")}
        </Text>
      </Stack>
      <ChooseButton choose={choose} label={t("file.other")} />
    </div>
  );
}
