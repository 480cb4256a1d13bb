import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../kit/notify";
import { useAllErrors } from "../queries";
import { errorFile, type ErrorFormat } from "./errorFile";
import { saveFile } from "./saveFile";

/** Downloads all entries that something was wrong with. */
export function DownloadErrors({ id }: { id: string }) {
  const { t } = useTranslation("transfers");
  const all = useAllErrors(id);
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  async function download(format: ErrorFormat) {
    setAsking(true);
    try {
      saveFile(errorFile(await all(), format), `${id}-errors.${format}`);
    } catch (error) {
      notify.failed(error);
    } finally {
      setAsking(false);
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          loading={asking}
          leftSection={<IconDownload size={14} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t("errors.download")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void download("csv")}>{t("errors.csv")}</Menu.Item>
        <Menu.Item onClick={() => void download("ndjson")}>{t("errors.ndjson")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
