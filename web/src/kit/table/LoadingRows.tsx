import { Skeleton, Table } from "@mantine/core";
import type { Column } from "./types";

const ROWS = 8;

/** Rows in grey, as high as the real ones, so that nothing jumps. */
export function LoadingRows<Row>({
  columns,
  selectable,
  dense,
}: {
  columns: Column<Row>[];
  selectable: boolean;
  dense: boolean;
}) {
  return Array.from({ length: ROWS }, (_, index) => (
    <Table.Tr key={index}>
      {selectable && (
        <Table.Td>
          <Skeleton h={16} w={16} />
        </Table.Td>
      )}
      {columns.map((column, place) => (
        <Table.Td key={column.id} data-phone={column.phone === false ? "no" : undefined}>
          <Skeleton h={place === 0 && !dense ? 36 : 14} w={place === 0 ? "80%" : "60%"} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
