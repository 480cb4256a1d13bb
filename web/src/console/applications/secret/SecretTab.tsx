import { Button, List, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { Section } from "../../../kit/Section";
import { SecretOnce } from "../../../kit/SecretOnce";
import { useRotateSecret } from "../changes";
import { keepSecret, useFreshSecret } from "./freshSecret";

/** An application's secret: shown where it is new, replaced by another one. */
export function SecretTab({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const { client_id: clientId = "", name = "" } = application;
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const rotate = useRotateSecret(clientId);
  const { secret, forget } = useFreshSecret(clientId);
  async function confirm() {
    const told = await rotate.mutateAsync();
    keepSecret(queries, clientId, told.client_secret);
  }
  return (
    <Section title={t("secret.title")} description={t("secret.text")}>
      <Stack align="flex-start">
        {secret ? (
          <SecretOnce title={t("secret.fresh")} secret={secret} onDone={forget} />
        ) : (
          <Text size="sm" c="dimmed">
            {t("secret.hidden")}
          </Text>
        )}
        <Button color="red" variant="light" onClick={open}>
          {t("secret.rotate")}
        </Button>
      </Stack>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t("secret.question", { name })}
        action={t("secret.rotate")}
        typed={name}
        danger
        onConfirm={confirm}
      >
        <Text size="sm">{t("secret.breaks")}</Text>
        <List size="sm" spacing={4}>
          <List.Item>{t("secret.breaksSecret")}</List.Item>
          <List.Item>{t("secret.breaksTokens")}</List.Item>
          <List.Item>{t("secret.breaksUsers")}</List.Item>
        </List>
      </ConfirmDialog>
    </Section>
  );
}
