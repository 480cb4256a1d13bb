import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "./ConfirmDialog";
import { useNotify } from "./notify";

interface DeleteSectionProps {
  /** The room whose words are said: those of `delete`. */
  room: string;
  /** What it is called, which is to be typed. */
  name: string;
  onDelete: () => Promise<unknown>;
  /** The list that is shown afterwards. */
  to: string;
  /** What else goes, and what that means. */
  children: ReactNode;
}

/** The card at the end of a thing's settings that deletes it, which cannot be undone. */
export function DeleteSection({ room, name, onDelete, to, children }: DeleteSectionProps) {
  const { t } = useTranslation(room);
  const heading = useId();
  const notify = useNotify();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  async function confirm() {
    await onDelete();
    notify.done(t("delete.done", { name }));
    await navigate({ to });
  }
  return (
    <Paper component="section" aria-labelledby={heading} p="lg">
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} id={heading}>
            {t("delete.title")}
          </Title>
          <Text c="dimmed" size="sm" mt={2}>
            {t("delete.text")}
          </Text>
        </div>
        <Button color="red" variant="light" onClick={open}>
          {t("delete.action")}
        </Button>
      </Group>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t("delete.question", { name })}
        action={t("delete.action")}
        typed={name}
        danger
        onConfirm={confirm}
      >
        {children}
      </ConfirmDialog>
    </Paper>
  );
}
