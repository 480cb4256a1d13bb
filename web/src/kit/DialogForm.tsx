import { Button, Group, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "./states";

interface DialogFormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  /** The word on the button: the action itself. */
  action: string;
  working: boolean;
  /** Why it did not work. */
  error?: unknown;
  /** False while something is missing. */
  ready?: boolean;
  /** Whether it cannot be undone or takes something away. */
  danger?: boolean;
  children: ReactNode;
}

/** What stands in a dialog that does something: its fields, what went wrong, and the two ways out. */
export function DialogForm({ onSubmit, onClose, action, working, error, ready = true, ...props }: DialogFormProps) {
  const { t } = useTranslation();
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {props.children}
        {Boolean(error) && <Problem error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={working}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" color={props.danger ? "red.8" : undefined} loading={working} disabled={!ready}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
