import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCode, IconDownload, IconFilter } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { ruleOf } from "../../../api/refusals/refusals";
import { FilterBar } from "../../../kit/filters/FilterBar";
import { SearchField } from "../../../kit/SearchField";
import { queryOf } from "./compile";
import { LookMenu } from "./LookMenu";
import { QueryField } from "./QueryField";
import { SortSelect } from "./SortSelect";
import { useKinds } from "./useKinds";
import type { usePreferences } from "./usePreferences";
import classes from "./UserList.module.css";
import type { ChangeView } from "./useView";
import type { View } from "./view";

interface ToolbarProps {
  view: View;
  change: ChangeView;
  preferences: ReturnType<typeof usePreferences>;
  columns: string[];
  /** What the list was refused with. */
  error: unknown;
  field: RefObject<HTMLInputElement | null>;
}

/** Search, filters, order and looks. */
export function Toolbar({ view, change, preferences, columns, error, field }: ToolbarProps) {
  const { t } = useTranslation("users");
  const kinds = useKinds();
  const fault = error instanceof ApiError && error.field === "q" ? ruleOf(error) : undefined;
  function chooseColumns(chosen: string[]) {
    preferences.setColumns(chosen);
    change({ columns: chosen }, { replace: true });
  }
  return (
    <>
      <div className={classes["toolbar"]}>
        <div className={classes["search"]}>
          {view.advanced ? (
            <QueryField value={view.q} change={(q) => change({ q })} error={fault} field={field} />
          ) : (
            <SearchField
              label={t("list.search")}
              hint={t("list.searchHint")}
              value={view.search}
              onChange={(search) => change({ search }, { replace: true })}
              hotkey={false}
              wide
              field={field}
            />
          )}
        </div>
        <div className={classes["tools"]}>
          <SortSelect sort={view.sort} change={(sort) => change({ sort })} />
          <LookMenu
            columns={columns}
            onColumns={chooseColumns}
            dense={preferences.dense}
            onDensity={preferences.setDensity}
          />
          <ExportLink q={queryOf(view)} />
        </div>
      </div>
      <div className={classes["filters"]}>
        {view.advanced ? (
          <ModeButton text={t("list.toFilters")} Icon={IconFilter} onClick={() => change({ advanced: false, q: "" })} />
        ) : (
          <FilterBar kinds={kinds} filters={view.filters} change={(filters) => change({ filters })}>
            <ModeButton
              text={t("list.toAdvanced")}
              Icon={IconCode}
              onClick={() => change({ advanced: true, q: queryOf(view) })}
            />
          </FilterBar>
        )}
      </div>
    </>
  );
}

function ExportLink({ q }: { q: string }) {
  const { t } = useTranslation("users");
  const label = t("list.export");
  return (
    <Tooltip label={label}>
      <ActionIcon
        component={Link}
        to="/transfers/export"
        search={{ q } as never}
        variant="default"
        size={36}
        aria-label={label}
      >
        <IconDownload size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function ModeButton({ text, Icon, onClick }: { text: string; Icon: typeof IconCode; onClick: () => void }) {
  return (
    <Button variant="subtle" color="gray" size="xs" leftSection={<Icon size={15} />} onClick={onClick}>
      {text}
    </Button>
  );
}
