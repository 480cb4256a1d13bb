import { Button, Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useProblem } from "../../kit/states";

/** Shown when signing in fails before there is a console. */
export function BrokenStart({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const words = useProblem();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper p="xl" maw={440}>
        <Stack align="flex-start">
          <Title order={1}>{t("shell:notSignedIn")}</Title>
          <Text>{words(error)}</Text>
          <Button onClick={() => location.assign("/console")}>{t("action.retry")}</Button>
        </Stack>
      </Paper>
    </Center>
  );
}
