import { filtersOf, parametersOf } from "../../../kit/filters/address";
import type { Filter } from "../../../kit/filters/types";
import type { Sort } from "../../../kit/table/types";

/** What the list can be filtered by, in the order of the menu; the ids are parameters of the address. */
export const FILTERS = [
  { id: "status" },
  { id: "platform_role" },
  { id: "role" },
  { id: "connection" },
  { id: "email_verified" },
  { id: "blocked" },
  { id: "locked" },
  { id: "created" },
  { id: "last_login" },
  { id: "updated" },
  { id: "metadata", repeats: true },
  { id: "without", repeats: true },
  { id: "domain" },
  { id: "zoneinfo" },
] as const;

/** One of them. */
export type FilterId = (typeof FILTERS)[number]["id"];

/** The columns shown unless chosen otherwise. */
export const DEFAULT_COLUMNS = ["email", "status", "platform_role", "zoneinfo", "last_login"];
/** How many rows a page may have. */
export const PAGE_SIZES = [25, 50, 100];
/** Rows of a page unless somebody wishes for more: what is seen at once, and drawn at once. */
const PAGE_SIZE = 25;
/** Newest first. */
export const DEFAULT_SORT: Sort = { by: "created_at", descending: true };

/** The list as the address tells it. */
export interface View {
  /** What is typed into the search field. */
  search: string;
  filters: Filter[];
  /** Whether the query is written by hand. */
  advanced: boolean;
  /** The query written by hand. */
  q: string;
  sort: Sort;
  /** Undefined where the address does not say. */
  columns: string[] | undefined;
  perPage: number;
  /** From 1. */
  page: number;
  /** The cursor of the page, where it is known. */
  cursor: string | undefined;
}

function sortOf(text: string | undefined): Sort {
  const [by, direction] = (text ?? "").split(":");
  return by && (direction === "1" || direction === "-1") ? { by, descending: direction === "-1" } : DEFAULT_SORT;
}

/** The API's and the address's way to write an order. */
export function sortText({ by, descending }: Sort): string {
  return `${by}:${descending ? -1 : 1}`;
}

/** Reads the address; what it does not understand is as if it were not there. */
export function readView(address: Record<string, string | undefined>): View {
  const perPage = Number(address["rows"]);
  const page = Number(address["page"]);
  return {
    search: address["search"] ?? "",
    filters: filtersOf(address, [...FILTERS]),
    advanced: address["mode"] === "advanced",
    q: address["q"] ?? "",
    sort: sortOf(address["sort"]),
    columns: address["columns"]?.split(",").filter(Boolean),
    perPage: PAGE_SIZES.includes(perPage) ? perPage : PAGE_SIZE,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    cursor: address["from"],
  };
}

/** The address of a view; what is as usual is left out. */
export function writeView(view: View): Record<string, string | undefined> {
  const sort = sortText(view.sort);
  return {
    search: view.search || undefined,
    ...parametersOf(view.filters, [...FILTERS]),
    mode: view.advanced ? "advanced" : undefined,
    q: view.q || undefined,
    sort: sort === sortText(DEFAULT_SORT) ? undefined : sort,
    columns: view.columns?.join(","),
    rows: view.perPage === PAGE_SIZE ? undefined : String(view.perPage),
    page: view.page > 1 ? String(view.page) : undefined,
    from: view.page > 1 ? view.cursor : undefined,
  };
}
