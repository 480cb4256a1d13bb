import { Button, Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";

/** Says to people who do not administer why there is nothing for them here (S4.L04.1). */
export function NotAdministrator() {
  const { t } = useTranslation("shell");
  const session = useSession();
  const { configuration, person } = session;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper p="xl" maw={460}>
        <Stack align="flex-start">
          <Title order={1}>{t("refused.title")}</Title>
          <Text>
            {t("refused.text", { name: person.name ?? person.email ?? person.sub, tenant: configuration.tenantName })}
          </Text>
          <Text c="dimmed" size="sm">
            {t("refused.help")}
          </Text>
          <Button onClick={() => session.signOut()}>{t("refused.other")}</Button>
        </Stack>
      </Paper>
    </Center>
  );
}
