import { Button, Group, Paper, SegmentedControl } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { useMay } from "../../../session/SessionContext";
import type { TransferType } from "../queries";
import { JobTable } from "./JobTable";

const TYPES: TransferType[] = ["users_import", "users_export"];

/** Imports and exports: those that were, and the ways to new ones. */
export function TransfersPage() {
  const { t } = useTranslation("transfers");
  const search = useSearch({ strict: false }) as { type?: string };
  const navigate = useNavigate();
  const type: TransferType = search.type === "exports" ? "users_export" : "users_import";
  const mayImport = useMay("create:users");
  useHotkeys([["c", () => void navigate({ to: mayImport ? "/transfers/import" : "/transfers/export" })]]);

  function show(wanted: string) {
    const chosen = wanted === "users_export" ? { type: "exports" } : {};
    void navigate({ to: ".", search: chosen as never, resetScroll: false });
  }

  return (
    <Page title={t("title")} description={t("description")} actions={<Ways />}>
      <Paper>
        <Group p="md">
          <SegmentedControl
            aria-label={t("list.type")}
            size="xs"
            value={type}
            onChange={show}
            data={TYPES.map((value) => ({ value, label: t(`list.${value}`) }))}
          />
        </Group>
        <JobTable key={type} type={type} />
      </Paper>
    </Page>
  );
}

function Ways() {
  const { t } = useTranslation("transfers");
  const mayImport = useMay("create:users");
  const mayExport = useMay("read:users");
  return (
    <>
      {mayExport && (
        <Button component={Link} to="/transfers/export" variant="default" leftSection={<IconDownload size={16} />}>
          {t("list.export")}
        </Button>
      )}
      {mayImport && (
        <Button component={Link} to="/transfers/import" leftSection={<IconUpload size={16} />}>
          {t("list.import")}
        </Button>
      )}
    </>
  );
}
