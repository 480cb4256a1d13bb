import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/Section";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import { ERRORS_A_PAGE, useJobErrors } from "../queries";
import { useTrail } from "../useTrail";
import { DownloadErrors } from "./DownloadErrors";
import { rowsOf } from "./errorRows";
import { useErrorColumns } from "./errorColumns";

interface EntryErrorTableProps {
  id: string;
  /** How many there are. */
  failed: number;
  /** Whether nothing was stored. */
  trial?: boolean;
}

/** The entries that something was wrong with, a line each, to page through and to download. */
export function EntryErrorTable({ id, failed, trial = false }: EntryErrorTableProps) {
  const { t } = useTranslation("transfers");
  const trail = useTrail();
  const errors = useJobErrors(id, trail.from, failed);
  const before = trail.pages * ERRORS_A_PAGE;
  const rows = errors.data && rowsOf(errors.data.errors);
  const columns = useErrorColumns();
  const next = errors.data?.next;
  if (failed === 0) return null;
  return (
    <Section
      title={t(trial ? "trial.errors" : "errors.title")}
      description={t(trial ? "trial.errorsText" : "errors.description")}
      actions={<DownloadErrors id={id} />}
    >
      <DataTable
        label={t("errors.title")}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ name }) => name}
        error={errors.data ? undefined : errors.error}
        retry={() => void errors.refetch()}
        stale={errors.data && errors.data.from !== trail.from}
      />
      {errors.data && (trail.pages > 0 || next) && (
        <Pager
          from={before + 1}
          shown={errors.data.errors.length}
          total={failed}
          perPage={ERRORS_A_PAGE}
          previous={trail.previous}
          next={next ? () => trail.next(next) : undefined}
        />
      )}
    </Section>
  );
}
