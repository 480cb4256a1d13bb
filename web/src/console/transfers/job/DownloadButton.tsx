import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../../api/types";
import { useNotify } from "../../../kit/notify";
import { useMay } from "../../../session/SessionContext";
import { useFileLink } from "../queries";

/** Downloads an export's file, by a link that is made at the click and holds a minute. */
export function DownloadButton({ job }: { job: Job }) {
  const { t } = useTranslation("transfers");
  const link = useFileLink(job.id);
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  if (!useMay("read:users")) return null;
  async function download() {
    setAsking(true);
    try {
      const address = await link();
      if (address) location.assign(address);
    } catch (error) {
      notify.failed(error);
    } finally {
      setAsking(false);
    }
  }
  return (
    <Button leftSection={<IconDownload size={16} />} loading={asking} onClick={() => void download()}>
      {t("job.download")}
    </Button>
  );
}
