import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../kit/states";
import { UnsavedGuard } from "../../../kit/UnsavedGuard";
import classes from "./SaveBar.module.css";

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  /** A refusal that belongs to no field. */
  error: unknown;
  discard: () => void;
}

/** Comes up while something is not saved, and stays in sight. */
export function SaveBar({ changed, saving, error, discard }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <>
      <UnsavedGuard changed={changed && !saving} />
      {changed && (
        <Stack gap="sm" className={classes["bar"]}>
          {error !== undefined && <Problem error={error} />}
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {t("form.unsaved")}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={discard} disabled={saving}>
                {t("action.discard")}
              </Button>
              <Button type="submit" loading={saving}>
                {t("action.save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </>
  );
}
