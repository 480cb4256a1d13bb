import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { CheckStep } from "./CheckStep";
import { ColumnsStep } from "./ColumnsStep";
import { FileStep } from "./FileStep";
import { OptionsStep } from "./OptionsStep";
import { StepList } from "./StepList";
import { useImportPlan } from "./useImportPlan";

/** Brings users in by file: the file, what its columns are, what to do with users who are there, and a look before. */
export function ImportPage() {
  const { t } = useTranslation("transfers");
  const plan = useImportPlan();
  const { chosen, columns } = plan;
  return (
    <Page
      title={t("import.title")}
      description={t("import.description")}
      parent={{ to: "/transfers", label: t("title") }}
    >
      <StepList steps={plan.steps} current={plan.step} />
      {plan.step === "file" && <FileStep plan={plan} />}
      {plan.step === "columns" && chosen?.sample.format === "csv" && columns && (
        <ColumnsStep plan={plan} sample={chosen.sample} columns={columns} />
      )}
      {plan.step === "options" && <OptionsStep plan={plan} />}
      {plan.step === "check" && chosen && <CheckStep plan={plan} chosen={chosen} />}
    </Page>
  );
}
