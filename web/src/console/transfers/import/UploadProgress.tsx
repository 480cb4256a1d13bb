import { Group, Progress, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useFormat } from "../../../words/format";

/** How much of the file is uploaded; asks before the page is left meanwhile. */
export function UploadProgress({ share }: { share: number }) {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const blocker = useBlocker({ shouldBlockFn: () => true, enableBeforeUnload: true, withResolver: true });
  const done = Math.floor(share * 100);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {t(done < 100 ? "check.uploading" : "check.arriving")}
        </Text>
        <Text size="sm" c="dimmed">
          {t("job.percent", { value: format.number(done) })}
        </Text>
      </Group>
      <Progress value={done} size="lg" aria-label={t("check.uploading")} />
      <ConfirmDialog
        opened={blocker.status === "blocked"}
        onClose={() => blocker.reset?.()}
        title={t("check.leave")}
        action={t("check.stop")}
        danger
        onConfirm={async () => blocker.proceed?.()}
      >
        <Text size="sm">{t("check.leaveText")}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
