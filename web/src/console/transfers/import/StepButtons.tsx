import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportPlan } from "./useImportPlan";

interface StepButtonsProps {
  plan: ImportPlan;
  /** False while the step lacks something. */
  ready?: boolean;
  /** What stands in the place of the way on. */
  children?: ReactNode;
}

/** The ways back and on. */
export function StepButtons({ plan, ready = true, children }: StepButtonsProps) {
  const { t } = useTranslation("transfers");
  const place = plan.steps.indexOf(plan.step);
  const [before, after] = [plan.steps[place - 1], plan.steps[place + 1]];
  return (
    <Group justify="space-between" mt="lg">
      {before ? (
        <Button variant="default" onClick={() => plan.go(before)}>
          {t("common:action.back")}
        </Button>
      ) : (
        <span />
      )}
      {children ??
        (after && (
          <Button disabled={!ready} onClick={() => plan.go(after)}>
            {t("import.continue")}
          </Button>
        ))}
    </Group>
  );
}
