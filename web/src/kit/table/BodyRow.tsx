import { Checkbox, Table, Tooltip, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DataTableProps } from "./DataTable";
import classes from "./DataTable.module.css";

/** A row: its box, its cells, and a click that opens it. */
export function BodyRow<Row>(props: DataTableProps<Row> & { row: Row }) {
  const { row, columns, selection, rowKey, rowLink, onOpen } = props;
  const key = rowKey(row);
  const chosen = selection?.keys.has(key) ?? false;
  return (
    <Table.Tr
      className={classes["row"]}
      data-opens={rowLink || onOpen ? true : undefined}
      data-chosen={chosen || undefined}
    >
      {selection && (
        <Table.Td className={classes["box"]}>
          <RowBox {...props} chosen={chosen} />
        </Table.Td>
      )}
      {columns.map((column, index) => (
        <Table.Td
          key={column.id}
          ta={column.align}
          className={classes["cell"]}
          data-phone={column.phone === false ? "no" : undefined}
        >
          {index === 0 ? <Opening {...props}>{column.render(row)}</Opening> : column.render(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function RowBox<Row>({ row, rowKey, rowName, selection, chosen }: DataTableProps<Row> & { row: Row; chosen: boolean }) {
  const { t } = useTranslation();
  if (!selection) return null;
  const refused = selection.refused?.(row);
  function change(checked: boolean) {
    const keys = new Set(selection?.keys);
    if (checked) keys.add(rowKey(row));
    else keys.delete(rowKey(row));
    selection?.change(keys);
  }
  const box = (
    <Checkbox
      size="xs"
      aria-label={t("list.select", { name: rowName(row) })}
      checked={chosen}
      disabled={refused !== undefined}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
  return refused ? <Tooltip label={refused}>{box}</Tooltip> : box;
}

function Opening<Row>({ row, rowLink, onOpen, children }: DataTableProps<Row> & { row: Row; children: ReactNode }) {
  if (rowLink) {
    return (
      <Link to={rowLink(row)} className={classes["opening"]}>
        {children}
      </Link>
    );
  }
  if (onOpen) {
    return (
      <UnstyledButton className={classes["opening"]} onClick={() => onOpen(row)}>
        {children}
      </UnstyledButton>
    );
  }
  return children;
}
