import { Paper } from "@mantine/core";
import { IconHistory, IconHourglass } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors";
import type { LogEvent } from "../../api/types";
import { Empty } from "../../kit/states";
import { DataTable } from "../../kit/table/DataTable";
import { useLogColumns } from "./columns";
import { textOf } from "./events/sentence";
import { LogPager } from "./LogPager";
import { isFiltered, type LogView } from "./view";

interface LogListProps {
  view: LogView;
  page: {
    events: LogEvent[] | undefined;
    data: { newer: boolean; older: boolean } | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => Promise<unknown>;
  };
  /** Those that the live tail brought. */
  fresh: LogEvent[];
  open: (logId: string) => void;
  older: (after: string) => void;
  newer: (before: string) => void;
  /** The way out of a filter that finds nothing. */
  clear: ReactNode;
}

/** The events of a page, and the ways to older and newer ones. */
export function LogList({ view, page, fresh, open, older, newer, clear }: LogListProps) {
  const { t } = useTranslation("logs");
  const columns = useLogColumns(fresh);
  const { events, data } = page;
  const first = events?.[0]?.log_id;
  const last = events?.at(-1)?.log_id;
  const nothing = isFiltered(view) ? (
    <Empty title={t("common:list.noMatch")} text={t("common:list.noMatchText")} action={clear} />
  ) : (
    <Empty icon={<IconHistory size={22} />} title={t("empty.title")} text={t("empty.text")} />
  );
  if (page.error instanceof ApiError && page.error.code === "search_too_slow")
    return <Empty icon={<IconHourglass size={22} />} title={t("slow.title")} text={t("slow.text")} action={clear} />;
  return (
    <Paper>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={events}
        rowKey={(event) => event.log_id}
        rowName={(event) => textOf(t, event)}
        onOpen={(event) => open(event.log_id)}
        error={page.error}
        retry={() => void page.refetch()}
        empty={nothing}
        stale={page.isPlaceholderData}
      />
      {data && (
        <LogPager
          newer={data.newer && first ? () => newer(first) : undefined}
          older={data.older && last ? () => older(last) : undefined}
        />
      )}
    </Paper>
  );
}
