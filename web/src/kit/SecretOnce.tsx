import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Copyable } from "./Copy";

/** A secret that the server told just now and does not tell again. */
export function SecretOnce({ title, secret, onDone }: { title: string; secret: string; onDone?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert variant="default" icon={<IconKey size={18} aria-hidden />} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t("secret.once")}</Text>
        <Copyable text={secret} what={title} />
        {onDone && (
          <Button size="xs" variant="default" onClick={onDone}>
            {t("action.close")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
