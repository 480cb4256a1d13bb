import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./FormFooter.module.css";
import { Problem } from "./states";
import { UnsavedGuard } from "./UnsavedGuard";

interface FormFooterProps {
  /** Whether there is something to save. */
  changed: boolean;
  saving: boolean;
  discard: () => void;
  error?: unknown;
}

/** The end of a form on a page: saves, discards, and watches that nothing is lost. */
export function FormFooter({ changed, saving, discard, error }: FormFooterProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" className={classes["footer"]} data-changed={changed || undefined}>
      <UnsavedGuard changed={changed && !saving} />
      {error !== undefined && <Problem error={error} />}
      <div className={classes["bar"]}>
        {changed && (
          <Text size="sm" fw={550} className={classes["news"]}>
            {t("form.unsaved")}
          </Text>
        )}
        {changed && (
          <Button variant="default" onClick={discard} disabled={saving}>
            {t("action.discard")}
          </Button>
        )}
        <Button type="submit" loading={saving} disabled={!changed}>
          {t("action.save")}
        </Button>
      </div>
    </Stack>
  );
}
