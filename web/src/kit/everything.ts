/** A list's answer by page, as the schema tells it: bare rows, or rows with totals. */
type Paged<Name extends string, Row> = Row[] | ({ total: number } & Record<Name, Row[]>) | Record<Name, Row[]>;

/** How many rows a request asks for: the most that the API gives at once. */
const AT_ONCE = 100;

/** Rows of a page, and how many there are in all. */
export interface Part<Row> {
  rows: Row[];
  total: number;
}

/** The rows of an answer with `include_totals=true`, whose type has other forms too. */
export function partOf<Name extends string, Row>(name: Name, told: Paged<Name, Row>): Part<Row> {
  if (Array.isArray(told)) return { rows: told, total: told.length };
  const rows = told[name];
  return { rows, total: "total" in told && typeof told.total === "number" ? told.total : rows.length };
}

/** All rows of a list that is known to be short: an API's scopes, a tenant's applications. */
export async function everything<Row>(
  ask: (query: { page: number; per_page: number; include_totals: true }) => Promise<Part<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 0; ; page += 1) {
    // Each page must be known before it is known whether there is another one.
    // oxlint-disable-next-line no-await-in-loop
    const part = await ask({ page, per_page: AT_ONCE, include_totals: true });
    rows.push(...part.rows);
    if (part.rows.length === 0 || rows.length >= part.total) return rows;
  }
}
