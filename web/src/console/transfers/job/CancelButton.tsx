import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Job } from "../../../api/types";
import { ConfirmDialog } from "../../../kit/ConfirmDialog";
import { useMay } from "../../../session/SessionContext";
import { useJobName } from "../names";
import { useCancelJob } from "../queries";

/** Calls a running job off, after asking. */
export function CancelButton({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const [opened, { open, close }] = useDisclosure();
  const cancel = useCancelJob(job.id);
  const name = useJobName();
  const isImport = job.type === "users_import";
  if (!useMay(isImport ? "create:users" : "read:users")) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("job.cancel")}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t(isImport ? "job.cancelImport" : "job.cancelExport")}
        action={t("job.cancel")}
        danger
        onConfirm={() => cancel.mutateAsync()}
      >
        <Text size="sm">{t(isImport ? "job.cancelImportText" : "job.cancelExportText", { name: name(job) })}</Text>
      </ConfirmDialog>
    </>
  );
}
