import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { filtersOf, parametersOf } from "../../../kit/filters/address";
import { FilterBar } from "../../../kit/filters/FilterBar";
import type { LogView } from "../view";
import { useLogFilterKinds } from "./useLogFilterKinds";

/** Groups that are offered beside the filters, a click each. */
const QUICK = ["signIns", "failures", "changes"];

/** The filters of the record. */
export function LogFilters({ view, change }: { view: LogView; change: (view: LogView) => void }) {
  const { t } = useTranslation("logs");
  const kinds = useLogFilterKinds(view);
  return (
    <FilterBar kinds={kinds} filters={filtersOf(view, kinds)} change={(next) => change(parametersOf(next, kinds))}>
      {!view.what &&
        QUICK.map((group) => (
          <Button key={group} variant="subtle" color="gray" size="xs" onClick={() => change({ what: group })}>
            {t(`group.${group}`)}
          </Button>
        ))}
    </FilterBar>
  );
}
