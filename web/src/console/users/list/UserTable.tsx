import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import type { User } from "../../../api/types";
import { userAddress } from "../../../kit/addresses";
import { nameOf } from "../../../kit/Person";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import type { Selection, Sort } from "../../../kit/table/types";
import { useFormat } from "../../../words/format";
import type { ActionId } from "../bulk/actions";
import { columnsOf } from "./columns";
import type { useUserPage } from "./queries";
import { RowMenu } from "./RowMenu";
import { firstSort } from "./SortSelect";
import classes from "./UserList.module.css";
import type { ChangeView } from "./useView";
import type { View } from "./view";

interface UserTableProps {
  view: View;
  change: ChangeView;
  answer: ReturnType<typeof useUserPage>;
  chosen: string[];
  dense: boolean;
  selection: Selection<User>;
  act: (action: ActionId, users: User[]) => void;
}

/** The rows. */
export function UserTable({ view, change, answer, chosen, dense, selection, act }: UserTableProps) {
  const { t } = useTranslation("users");
  const format = useFormat();
  const columns = useMemo(() => {
    const menu = (user: User) => <RowMenu user={user} act={(action) => act(action, [user])} />;
    return columnsOf({ chosen, dense, t, format, menu });
  }, [chosen, dense, t, format, act]);
  // The fault is told at the field, where it is mended.
  const isAtField = view.advanced && answer.error instanceof ApiError && answer.error.field === "q";
  function sortBy(sort: Sort) {
    change({ sort: sort.by === view.sort.by ? sort : firstSort(sort.by) });
  }
  return (
    <div className={classes["table"]}>
      <DataTable
        label={t("list.title")}
        columns={columns}
        rows={isAtField ? [] : answer.data?.users}
        rowKey={(user) => user.user_id ?? ""}
        rowName={nameOf}
        rowLink={(user) => userAddress(user.user_id ?? "")}
        error={isAtField ? undefined : answer.error}
        retry={() => void answer.refetch()}
        empty={
          isAtField ? <Empty title={t("list.faulty")} text={t("list.faultyText")} /> : <NoMatch {...{ view, change }} />
        }
        sort={view.sort}
        onSort={sortBy}
        selection={selection}
        dense={dense}
        stale={answer.isPlaceholderData}
      />
    </div>
  );
}

function NoMatch({ view, change }: { view: View; change: ChangeView }) {
  const { t } = useTranslation("users");
  if (view.page > 1) {
    const back = (
      <Button variant="default" size="xs" onClick={() => change({ page: 1, cursor: undefined })}>
        {t("list.firstPage")}
      </Button>
    );
    return <Empty title={t("list.behindLast")} action={back} />;
  }
  const clear = (
    <Button variant="default" size="xs" onClick={() => change({ search: "", filters: [], advanced: false, q: "" })}>
      {t("list.clearAll")}
    </Button>
  );
  return <Empty title={t("common:list.noMatch")} text={t("common:list.noMatchText")} action={clear} />;
}
