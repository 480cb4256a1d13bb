import { Button } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddFilter } from "./AddFilter";
import { FilterChip } from "./FilterChip";
import classes from "./Filters.module.css";
import type { Filter, FilterKind } from "./types";

interface FilterBarProps {
  kinds: FilterKind[];
  filters: Filter[];
  change: (filters: Filter[]) => void;
  /** Buttons of the list's own, at the end. */
  children?: ReactNode;
}

/** The filters of a list as chips, and the way to add one. */
export function FilterBar({ kinds, filters, change, children }: FilterBarProps) {
  const { t } = useTranslation("filters");
  const bar = useRef<HTMLElement>(null);
  function replace(place: number, value: string) {
    change(filters.flatMap((filter, index) => (index !== place ? [filter] : value ? [{ ...filter, value }] : [])));
    // What had the focus is gone: the next thing to do is beside it.
    if (!value) bar.current?.querySelector("button")?.focus();
  }
  return (
    <section className={classes["bar"]} aria-label={t("label")} ref={bar}>
      <AddFilter kinds={kinds} filters={filters} add={(filter) => change([...filters, filter])} />
      {filters.length > 0 && (
        <ul className={classes["list"]}>
          {filters.map((filter, index) => {
            const kind = kinds.find(({ id }) => id === filter.kind);
            if (!kind) return null;
            return (
              <li
                key={`${filter.kind} ${filters.slice(0, index).filter((other) => other.kind === filter.kind).length}`}
              >
                <FilterChip kind={kind} value={filter.value} change={(value) => replace(index, value)} />
              </li>
            );
          })}
        </ul>
      )}
      {filters.length > 1 && (
        <Button variant="subtle" color="gray" size="xs" onClick={() => change([])}>
          {t("clear")}
        </Button>
      )}
      {children && <div className={classes["rest"]}>{children}</div>}
    </section>
  );
}
