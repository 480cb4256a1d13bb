import type { Filter, FilterKind } from "./types";

/** Between the values of a kind that repeats; no form lets a value hold one. */
const BETWEEN = "\n";

/** The filters that an address holds; parameters of other names are none of theirs. */
export function filtersOf(search: Record<string, string | undefined>, kinds: Pick<FilterKind, "id" | "repeats">[]) {
  return kinds.flatMap(({ id, repeats }): Filter[] => {
    const text = search[id];
    if (!text) return [];
    return (repeats ? text.split(BETWEEN) : [text]).filter(Boolean).map((value) => ({ kind: id, value }));
  });
}

/** The parameters that filters make; those of kinds without a filter are undefined and go. */
export function parametersOf(filters: Filter[], kinds: Pick<FilterKind, "id">[]): Record<string, string | undefined> {
  const parameters: Record<string, string | undefined> = {};
  for (const { id } of kinds) {
    const values = filters.filter(({ kind }) => kind === id).map(({ value }) => value);
    parameters[id] = values.length > 0 ? values.join(BETWEEN) : undefined;
  }
  return parameters;
}

/** The values of a filter that asks for any of some. */
export function valuesOf(value: string): string[] {
  return value.split(",").filter(Boolean).map(decodeURIComponent);
}

/** The other way; commas within values are no borders. */
export function valueOf(values: string[]): string {
  return values.map((value) => value.replace(/[%,\n]/g, encodeURIComponent)).join(",");
}
