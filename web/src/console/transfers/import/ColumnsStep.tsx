import { Alert, Button, Group, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { ColumnChoice } from "./ColumnChoice";
import { faultOf, keepRest, type Columns } from "./file/columns";
import { valuesOf, type Sample } from "./file/sample";
import classes from "./import.module.css";
import { StepButtons } from "./StepButtons";
import type { ImportPlan } from "./useImportPlan";

/** By one of these every user is known. */
const IDENTIFIERS = ["email", "username", "phone_number"];

interface ColumnsStepProps {
  plan: ImportPlan;
  sample: Extract<Sample, { format: "csv" }>;
  columns: Columns;
}

/** What each column of a table is: guessed from its name, and changed where that is wrong. */
export function ColumnsStep({ plan, sample, columns }: ColumnsStepProps) {
  const { t } = useTranslation("transfers");
  const names = Object.keys(columns);
  const leftOut = names.filter((name) => !columns[name]?.target).length;
  const kept = keepRest(columns);
  const canKeep = names.some((name) => kept[name]?.target !== columns[name]?.target);
  const isKnown = names.some((name) => IDENTIFIERS.includes(columns[name]?.target ?? ""));
  return (
    <Section title={t("import.step.columns")} description={t("columns.description")}>
      {!isKnown && (
        <Alert color="yellow" icon={<IconInfoCircle size={18} />} mb="md">
          {t("columns.nobody")}
        </Alert>
      )}
      <ul className={classes["columns"]}>
        {names.map((name) => (
          <ColumnChoice
            key={name}
            name={name}
            values={valuesOf(sample.lines, sample.header.indexOf(name))}
            column={columns[name]!}
            fault={faultOf(columns, name)}
            change={(column) => plan.setColumns({ ...columns, [name]: column })}
          />
        ))}
      </ul>
      <Group justify="space-between" mt="md">
        <Text component="output" size="sm" c="dimmed">
          {t("columns.leftOut", { count: leftOut, all: names.length })}
        </Text>
        {canKeep && (
          <Button variant="subtle" size="xs" onClick={() => plan.setColumns(kept)}>
            {t("columns.keep")}
          </Button>
        )}
      </Group>
      <StepButtons plan={plan} ready={names.every((name) => !faultOf(columns, name)) && leftOut < names.length} />
    </Section>
  );
}
