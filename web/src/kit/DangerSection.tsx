import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";

interface DangerSectionProps {
  title: string;
  text: string;
  /** The word on the button: the action itself. */
  action: string;
  onAction: () => void;
  /** The dialog that asks before. */
  children: ReactNode;
}

/** A card with something that cannot be undone. */
export function DangerSection({ title, text, action, onAction, children }: DangerSectionProps) {
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading} p="lg">
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} id={heading}>
            {title}
          </Title>
          <Text c="dimmed" size="sm" mt={2}>
            {text}
          </Text>
        </div>
        <Button color="red" variant="light" onClick={onAction}>
          {action}
        </Button>
      </Group>
      {children}
    </Paper>
  );
}
