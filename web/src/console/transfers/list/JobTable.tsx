import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import { jobAddress, useJobName } from "../names";
import { JOBS_A_PAGE, useJobs, type TransferType } from "../queries";
import { useTrail } from "../useTrail";
import { useJobColumns } from "./columns";

/** The imports or exports of the last day, the newest first. */
export function JobTable({ type }: { type: TransferType }) {
  const { t } = useTranslation("transfers");
  const trail = useTrail();
  const jobs = useJobs(type, trail.from);
  const columns = useJobColumns(type);
  const name = useJobName();
  const next = jobs.data?.next;
  return (
    <>
      <DataTable
        label={t(`list.${type}`)}
        columns={columns}
        rows={jobs.data?.jobs}
        rowKey={({ id }) => id}
        rowName={name}
        rowLink={({ id }) => jobAddress(id)}
        error={jobs.data ? undefined : jobs.error}
        retry={() => void jobs.refetch()}
        stale={jobs.isPlaceholderData}
        empty={<Nothing type={type} />}
      />
      {jobs.data && (trail.pages > 0 || next) && (
        <Pager
          from={trail.pages * JOBS_A_PAGE + 1}
          shown={jobs.data.jobs.length}
          perPage={JOBS_A_PAGE}
          previous={trail.previous}
          next={next ? () => trail.next(next) : undefined}
        />
      )}
    </>
  );
}

function Nothing({ type }: { type: TransferType }) {
  const { t } = useTranslation("transfers");
  const isImport = type === "users_import";
  const action = (
    <Button component={Link} to={isImport ? "/transfers/import" : "/transfers/export"} variant="light" mt="xs">
      {t(isImport ? "list.import" : "list.export")}
    </Button>
  );
  return <Empty title={t(`list.no_${type}`)} text={t(`list.no_${type}_text`)} action={action} />;
}
