import { Button, Paper, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconFileImport, IconUserPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { Page } from "../../../kit/Page";
import { Pager } from "../../../kit/table/Pager";
import { useMay } from "../../../session/SessionContext";
import { useFormat } from "../../../words/format";
import type { ActionId } from "../bulk/actions";
import { queryOf } from "./compile";
import { Invitation } from "./Invitation";
import { useUserPage, useUserTotal, type Total } from "./queries";
import { Toolbar } from "./Toolbar";
import { usePaging } from "./usePaging";
import { usePreferences } from "./usePreferences";
import { useSelection } from "./useSelection";
import classes from "./UserList.module.css";
import { UserTable } from "./UserTable";
import { useView } from "./useView";
import { PAGE_SIZES, sortText } from "./view";
import { later } from "../../../kit/later";

const BulkBar = lazy(() => later(import("../bulk/BulkBar")));
const BulkDialog = lazy(() => later(import("../bulk/BulkDialog")));

/** When a closed dialog has given the focus back, in milliseconds. */
const FOCUS_RETURNS = 100;

/** All users: search, filter, sort, select, and open one. */
export function UserListPage() {
  const { t } = useTranslation("users");
  const { view, change } = useView();
  const preferences = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const mayCreate = useMay("create:users");
  const q = queryOf(view);
  const { perPage, page, cursor } = view;
  const answer = useUserPage({ q, sort: sortText(view.sort), perPage, page, cursor });
  const everybody = useUserTotal("").data;
  const found = useUserTotal(q).data;
  const rows = answer.isPlaceholderData ? undefined : answer.data?.users;
  const selection = useSelection(q, rows);
  const paging = usePaging(view, q, answer.data, change);
  const totalText = useTotalText();
  const [doing, setDoing] = useState<{ action: ActionId; users: User[] }>();
  const act = useCallback((action: ActionId, users: User[]) => setDoing({ action, users }), []);
  function close() {
    setDoing(undefined);
    // What opened the dialog may be gone with the selection.
    setTimeout(() => document.activeElement === document.body && field.current?.focus(), FOCUS_RETURNS);
  }
  useHotkeys([
    ["/", () => field.current?.focus()],
    ["c", () => mayCreate && void navigate({ to: "/users/new" })],
  ]);
  // Whoever set the server up is there from the beginning.
  const isEmpty = !q && everybody !== undefined && everybody !== "many" && everybody.count <= 1;
  const shown = answer.data?.users.length ?? 0;
  return (
    <Page
      title={t("list.title")}
      description={t("list.description")}
      beside={
        <Text component="output" size="lg" c="dimmed" aria-label={t("list.count")}>
          {everybody === undefined ? "…" : totalText(everybody)}
        </Text>
      }
      actions={mayCreate && <Ways />}
    >
      <Paper className={classes["card"]}>
        <Toolbar
          view={view}
          change={change}
          preferences={preferences}
          columns={view.columns ?? preferences.columns}
          error={answer.error}
          field={field}
        />
        <UserTable
          view={view}
          change={change}
          answer={answer}
          chosen={view.columns ?? preferences.columns}
          dense={preferences.dense}
          selection={selection.table}
          act={act}
        />
        {shown > 0 && !answer.error && (
          <Pager
            from={(page - 1) * perPage + 1}
            shown={shown}
            total={found && totalText(found)}
            previous={paging.previous}
            next={paging.next}
            perPage={perPage}
            perPageChoices={PAGE_SIZES}
            onPerPage={(next) => change({ perPage: next })}
          />
        )}
      </Paper>
      {isEmpty && <Invitation />}
      <Suspense>
        {selection.users.length > 0 && (
          <BulkBar users={selection.users} drop={selection.drop} act={(action) => act(action, selection.users)} />
        )}
        {doing && <BulkDialog {...doing} drop={selection.drop} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function useTotalText(): (total: Total) => string {
  const { t } = useTranslation("users");
  const format = useFormat();
  return (total) => {
    if (total === "many") return t("list.many");
    const number = format.number(total.count);
    return total.isEstimate ? t("list.about", { number }) : number;
  };
}

function Ways() {
  const { t } = useTranslation("users");
  return (
    <>
      <Button component={Link} to="/transfers" variant="default" leftSection={<IconFileImport size={16} />}>
        {t("list.import")}
      </Button>
      <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} />}>
        {t("list.create")}
      </Button>
    </>
  );
}
