import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Tells that a change gave the application its first secret, and leads to it. */
export function NewSecret({ open }: { open: () => void }) {
  const { t } = useTranslation("applications");
  return (
    <Alert color="yellow" icon={<IconKey size={18} aria-hidden />} title={t("settings.newSecret")} mt="lg">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t("settings.newSecretText")}</Text>
        <Button size="xs" variant="default" onClick={open}>
          {t("settings.showSecret")}
        </Button>
      </Stack>
    </Alert>
  );
}
