import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./SaveBar.module.css";

interface SaveBarProps {
  /** How many fields changed. */
  count: number;
  saving: boolean;
  /** Whether something must be decided first. */
  held: boolean;
  discard: () => void;
}

/** Saves or discards what changed. */
export function SaveBar({ count, saving, held, discard }: SaveBarProps) {
  const { t } = useTranslation("user");
  return (
    <Paper component="section" className={classes["bar"]} shadow="md" radius="lg" aria-label={t("save.region")}>
      <Text size="sm" fw={550} component="output">
        {t("save.count", { count })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={discard} disabled={saving}>
          {t("save.discard")}
        </Button>
        <Button type="submit" loading={saving} disabled={held}>
          {t("common:action.save")}
        </Button>
      </Group>
    </Paper>
  );
}
