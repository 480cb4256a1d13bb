import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../kit/Page";
import { Empty } from "../../kit/states";

/** The page at an address that leads nowhere. */
export function Missing() {
  const { t } = useTranslation();
  const home = (
    <Button component={Link} to="/" variant="default">
      {t("shell:home")}
    </Button>
  );
  return <Empty title={t("error.notFound")} text={t("error.notFoundText")} action={home} order={1} />;
}

/** What stands where a page failed. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <Page title={t("error.crashed")}>
      <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t("error.crashedText")}</Text>
          <Text size="xs" c="dimmed">
            {error instanceof Error ? error.message : String(error)}
          </Text>
          <Button size="xs" variant="default" onClick={() => location.reload()}>
            {t("action.refresh")}
          </Button>
        </Stack>
      </Alert>
    </Page>
  );
}
