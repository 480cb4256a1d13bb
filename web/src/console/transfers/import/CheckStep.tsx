import { Button, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import { jobAddress } from "../names";
import { useDatabases } from "../queries";
import { entryOf } from "./file/columns";
import type { Sample } from "./file/sample";
import { formOf, type Import } from "./form";
import { ImportFacts } from "./ImportFacts";
import { Preview } from "./Preview";
import { StepButtons } from "./StepButtons";
import { Trial } from "./Trial";
import { UploadProgress } from "./UploadProgress";
import type { Chosen, ImportPlan } from "./useImportPlan";
import { useUpload } from "./useUpload";

/** Once more what will be done, how the first entries will be read, a trial, and the start. */
export function CheckStep({ plan, chosen }: { plan: ImportPlan; chosen: Chosen }) {
  const { t } = useTranslation("transfers");
  const navigate = useNavigate();
  const uploading = useUpload();
  const wanted = useImport(plan, chosen);
  const entries = entriesOf(chosen.sample, plan);

  async function send(trial: boolean) {
    if (!wanted) return;
    const job = await uploading.start(formOf(wanted, trial));
    if (!job) return;
    if (trial) plan.setTrial(job.id);
    else await navigate({ to: jobAddress(job.id), ignoreBlocker: true });
  }

  return (
    <>
      <ImportFacts plan={plan} chosen={chosen} />
      <Section title={t("check.preview", { count: entries.length })} description={t("check.previewText")}>
        <Preview entries={entries} />
      </Section>
      {plan.trial && <Trial id={plan.trial} />}
      {uploading.error !== undefined && <Problem error={uploading.error} />}
      {uploading.share !== undefined && <UploadProgress share={uploading.share} />}
      <StepButtons plan={plan}>
        {uploading.share !== undefined ? (
          <Button variant="default" onClick={uploading.stop}>
            {t("check.stop")}
          </Button>
        ) : (
          <Group gap="xs">
            <Button variant="default" onClick={() => void send(true)} disabled={!wanted}>
              {t(plan.trial ? "check.tryAgain" : "check.try")}
            </Button>
            <Button onClick={() => void send(false)} disabled={!wanted}>
              {t("check.start")}
            </Button>
          </Group>
        )}
      </StepButtons>
    </>
  );
}

/** The import as it was planned, once its connection is known. */
function useImport({ columns, options }: ImportPlan, { file, sample }: Chosen): Import | undefined {
  const { data } = useDatabases();
  const connectionId = options.connectionId || data?.find(({ enabled }) => enabled)?.id;
  return connectionId ? { file, format: sample.format, columns, options: { ...options, connectionId } } : undefined;
}

function entriesOf(sample: Sample, { columns = {} }: ImportPlan) {
  return sample.format === "csv" ? sample.lines.map((line) => entryOf(sample.header, line, columns)) : sample.entries;
}
