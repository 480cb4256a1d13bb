import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { EventDrawer } from "./detail/EventDrawer";
import { LogFilters } from "./filters/LogFilters";
import { LogList } from "./LogList";
import classes from "./Logs.module.css";
import { canFollow } from "./matches";
import { useLogPage } from "./queries";
import { LiveSwitch } from "./tail/LiveSwitch";
import { NewPill } from "./tail/NewPill";
import { merged } from "./tail/tail";
import { useIsReading } from "./tail/useIsReading";
import { useTail } from "./tail/useTail";
import { filterOf, readView, type LogView } from "./view";

/** What happened: found by filters, followed live, told in words. */
export function LogsPage() {
  const { t } = useTranslation("logs");
  const queries = useQueryClient();
  const view = readView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const page = useLogPage(view);
  const [list, setList] = useState<HTMLElement | null>(null);
  const isReading = useIsReading(list, Boolean(view.event));
  const live = view.live === "on" && canFollow(view);
  const filter = JSON.stringify(filterOf(view));
  const { tail, works, release } = useTail({ on: live, filter, isReading, reload: page.refetch });
  const events = page.data && (live ? merged(tail, page.data.events) : page.data.events);

  /** Another filter begins at the newest page. */
  function narrow(change: LogView, replace = false) {
    void navigate({ to: ".", search: { ...view, after: "", before: "", event: "", ...change }, replace });
  }
  function go(change: LogView) {
    void navigate({ to: ".", search: { ...view, after: "", before: "", event: "", live: "", ...change } });
  }
  function follow(on: boolean) {
    // What the tail brought stands in the list from now on.
    if (!on) void queries.invalidateQueries({ queryKey: ["logs", "list"] });
    void navigate({ to: ".", search: { ...view, live: on ? "on" : "" }, replace: true, resetScroll: false });
  }
  function open(event: string) {
    void navigate({ to: ".", search: { ...view, event }, resetScroll: false, replace: Boolean(view.event) });
  }

  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={<LiveSwitch on={live} possible={canFollow(view)} paused={isReading} works={works} change={follow} />}
    >
      <Group gap="xs">
        <SearchField label={t("search")} value={view.text ?? ""} onChange={(text) => narrow({ text }, true)} />
        <LogFilters view={view} change={narrow} />
      </Group>
      <div ref={setList} className={classes["frame"]}>
        <NewPill count={tail.waiting.length} show={release} />
        <LogList
          view={view}
          page={{ ...page, events }}
          fresh={tail.shown}
          open={open}
          older={(after) => go({ after })}
          newer={(before) => go({ before })}
          clear={
            <Button variant="default" onClick={() => void navigate({ to: ".", search: {} })}>
              {t("filters:clear")}
            </Button>
          }
        />
      </div>
      <EventDrawer logId={view.event} events={events ?? []} open={open} close={() => open("")} />
    </Page>
  );
}
