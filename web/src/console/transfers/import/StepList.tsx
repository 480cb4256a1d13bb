import { Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./import.module.css";
import type { Step } from "./useImportPlan";

/** Where in the steps one is. */
export function StepList({ steps, current }: { steps: Step[]; current: Step }) {
  const { t } = useTranslation("transfers");
  const now = steps.indexOf(current);
  return (
    <ol className={classes["steps"]} aria-label={t("import.steps")}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes["step"]}
          aria-current={index === now ? "step" : undefined}
          data-state={index < now ? "done" : index === now ? "now" : "next"}
        >
          <span className={classes["number"]} aria-hidden>
            {index < now ? <IconCheck size={14} /> : index + 1}
          </span>
          <Text component="span" size="sm" inherit>
            {t(`import.step.${step}`)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
