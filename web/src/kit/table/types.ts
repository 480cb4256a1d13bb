import type { ReactNode } from "react";

/** A column of a table. */
export interface Column<Row> {
  id: string;
  header: string;
  /** Whether only screen readers are told the header. */
  hiddenHeader?: boolean;
  render: (row: Row) => ReactNode;
  /** The name by which the server sorts; without one the column cannot be sorted by. */
  sort?: string;
  /** A CSS width; what is over is shared by the columns without one. */
  width?: string;
  /** False where a narrow screen has no place for it. */
  phone?: boolean;
  /** Numbers stand at the end. */
  align?: "left" | "right";
}

/** By what a list is sorted. */
export interface Sort {
  by: string;
  descending: boolean;
}

/** Which rows are chosen. */
export interface Selection<Row> {
  keys: ReadonlySet<string>;
  change: (keys: Set<string>) => void;
  /** Why a row cannot be chosen; undefined where it can. */
  refused?: (row: Row) => string | undefined;
}
