import { Checkbox, Group, Table, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DataTableProps } from "./DataTable";
import classes from "./DataTable.module.css";
import type { Column, Sort } from "./types";

/** The columns' names, which sort, and the box that chooses all rows shown. */
export function HeaderRow<Row>({ columns, rows, rowKey, selection, sort, onSort }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const choosable = (rows ?? []).filter((row) => !selection?.refused?.(row)).map(rowKey);
  const chosen = choosable.filter((key) => selection?.keys.has(key)).length;
  return (
    <Table.Thead>
      <Table.Tr>
        {selection && (
          <Table.Th w={44}>
            <Checkbox
              size="xs"
              aria-label={t("list.selectAll")}
              checked={chosen > 0 && chosen === choosable.length}
              indeterminate={chosen > 0 && chosen < choosable.length}
              disabled={choosable.length === 0}
              onChange={(event) => selection.change(new Set(event.currentTarget.checked ? choosable : []))}
            />
          </Table.Th>
        )}
        {columns.map((column) => (
          <ColumnHeader key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

interface ColumnHeaderProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function ColumnHeader<Row>({ column, sort, onSort }: ColumnHeaderProps<Row>) {
  const { t } = useTranslation();
  const by = column.sort;
  const sorted = by !== undefined && sort?.by === by;
  const order = sorted ? (sort.descending ? "descending" : "ascending") : undefined;
  const Icon = !sorted ? IconSelector : sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      w={column.width}
      ta={column.align}
      aria-sort={order}
      data-phone={column.phone === false ? "no" : undefined}
    >
      {by && onSort ? (
        <UnstyledButton
          className={classes["sort"]}
          aria-label={t("list.sortBy", { column: column.header })}
          onClick={() => onSort({ by, descending: sorted ? !sort.descending : false })}
        >
          <Group gap={4} wrap="nowrap">
            {column.header}
            <Icon size={14} aria-hidden className={sorted ? undefined : classes["unsorted"]} />
          </Group>
        </UnstyledButton>
      ) : column.hiddenHeader ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}
