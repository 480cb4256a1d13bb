import { Button, Group, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface FormFrameProps {
  children: ReactNode;
  /** Takes what is chosen. */
  onApply: () => void;
  /** False while nothing is chosen. */
  ready?: boolean;
}

/** What every filter's form has: a way to take the choice, by Enter too. */
export function FormFrame({ children, onApply, ready = true }: FormFrameProps) {
  const { t } = useTranslation("filters");
  function submit(event: FormEvent) {
    event.preventDefault();
    // The page around may be a form, too.
    event.stopPropagation();
    if (ready) onApply();
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {children}
        <Group justify="flex-end">
          <Button type="submit" size="xs" disabled={!ready}>
            {t("apply")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
