import { Button, Group, Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./SaveBar.module.css";
import { Problem } from "./states";
import { UnsavedGuard } from "./UnsavedGuard";

interface SaveBarProps {
  /** Whether there is something to save. */
  changed: boolean;
  saving: boolean;
  /** A refusal that belongs to no field. */
  error: unknown;
  discard: () => void;
  /** What changed, where more can be said than that something did. */
  text?: string;
  /** What must be decided before anything is saved. */
  children?: ReactNode;
}

/** Comes up at the end of a form while something is not saved, stays in sight, and watches that nothing is lost. */
export function SaveBar({ changed, saving, error, discard, text, children }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <>
      <UnsavedGuard changed={changed && !saving} />
      {(changed || Boolean(children)) && (
        <div className={classes["end"]}>
          {children && <div className={classes["notice"]}>{children}</div>}
          {error !== undefined && (
            <div className={classes["notice"]}>
              <Problem error={error} />
            </div>
          )}
          <Paper component="section" className={classes["bar"]} shadow="md" radius="lg" aria-label={t("form.unsaved")}>
            <Text size="sm" fw={550} component="output">
              {text ?? t("form.unsaved")}
            </Text>
            <Group gap="xs" wrap="nowrap" ml="auto">
              <Button variant="default" onClick={discard} disabled={saving}>
                {t("action.discard")}
              </Button>
              <Button type="submit" loading={saving} disabled={Boolean(children)}>
                {t("action.save")}
              </Button>
            </Group>
          </Paper>
        </div>
      )}
    </>
  );
}
