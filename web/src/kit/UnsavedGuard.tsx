import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Asks before a page with changes is left, by a link, by the browser's buttons or by closing the tab. */
export function UnsavedGuard({ changed }: { changed: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: () => changed, enableBeforeUnload: () => changed, withResolver: true });
  const stay = () => blocker.reset?.();
  return (
    <Modal opened={blocker.status === "blocked"} onClose={stay} title={t("form.unsaved")}>
      <Stack>
        <Text size="sm">{t("form.unsavedText")}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={stay} data-autofocus>
            {t("action.stay")}
          </Button>
          <Button color="red.8" onClick={() => blocker.proceed?.()}>
            {t("form.leave")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
