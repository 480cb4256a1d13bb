import { useState } from "react";
import type { PagerProps } from "./table/Pager";

/** Pages of rows that are all here already, and whether there are several. */
export function useLocalPages<Row>(
  rows: Row[] | undefined,
  perPage = 50,
): { part: Row[] | undefined; pager: PagerProps | undefined; several: boolean } {
  const [wanted, turn] = useState(0);
  if (!rows) return { part: undefined, pager: undefined, several: false };
  const last = Math.max(0, Math.ceil(rows.length / perPage) - 1);
  const page = Math.min(wanted, last);
  const part = rows.slice(page * perPage, (page + 1) * perPage);
  const pager: PagerProps = { from: page * perPage + 1, shown: part.length, total: rows.length, perPage };
  if (page > 0) pager.previous = () => turn(page - 1);
  if (page < last) pager.next = () => turn(page + 1);
  return { part, pager: rows.length > 0 ? pager : undefined, several: last > 0 };
}

/** The rows in whose texts a search is found, in any case. */
export function matching<Row>(
  rows: Row[] | undefined,
  search: string,
  texts: (row: Row) => (string | undefined)[],
): Row[] | undefined {
  const wanted = search.trim().toLocaleLowerCase();
  if (!wanted) return rows;
  return rows?.filter((row) => texts(row).some((text) => text?.toLocaleLowerCase().includes(wanted)));
}
