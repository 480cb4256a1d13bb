import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty, Problem } from "../states";
import { BodyRow } from "./BodyRow";
import classes from "./DataTable.module.css";
import { HeaderRow } from "./HeaderRow";
import { LoadingRows } from "./LoadingRows";
import type { Column, Selection, Sort } from "./types";

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: Column<Row>[];
  /** Undefined while they are loading. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** What a row is called, for screen readers. */
  rowName: (row: Row) => string;
  /** Where a row leads; its first cell is the link, and the whole row takes the click. */
  rowLink?: (row: Row) => string;
  /** Or what opens it, where it has no address of its own. */
  onOpen?: (row: Row) => void;
  error?: unknown;
  retry?: () => void;
  /** What stands there without rows. */
  empty?: ReactNode;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection<Row>;
  dense?: boolean;
  /** Rows of an older answer are shown while the next one loads. */
  stale?: boolean;
}

/** A table whose rows the server sorts, filters and pages. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { rows, columns, selection, dense = false, error } = props;
  if (error) return <Problem error={error} retry={props.retry} />;
  if (rows?.length === 0) return props.empty ?? <Empty title={t("list.empty")} />;
  return (
    <div className={classes["frame"]} data-stale={props.stale || undefined}>
      <Table
        aria-label={props.label}
        aria-busy={!rows}
        verticalSpacing={dense ? 4 : "sm"}
        layout="fixed"
        className={classes["table"]}
      >
        <HeaderRow {...props} />
        <Table.Tbody>
          {rows ? (
            rows.map((row) => <BodyRow key={props.rowKey(row)} {...props} row={row} />)
          ) : (
            <LoadingRows columns={columns} selectable={Boolean(selection)} dense={dense} />
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}
