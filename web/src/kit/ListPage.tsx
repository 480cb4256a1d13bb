import { Button, Group, Paper } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "./Page";
import { SearchField } from "./SearchField";
import { Empty } from "./states";
import { DataTable, type DataTableProps } from "./table/DataTable";
import { Pager, type PagerProps } from "./table/Pager";

interface ListPageProps<Row> extends Omit<DataTableProps<Row>, "label" | "empty"> {
  /** The room whose words are said: `title`, `description`, `search`, `create.open`, `noMatch`. */
  room: string;
  /** The address where another one is made, or what opens its dialog; undefined for whoever may not. `c` does it, too. */
  create: string | (() => void) | undefined;
  /** What stands beside the search and narrows the list, too. */
  filters?: ReactNode;
  /** Whether something besides the search narrows it. */
  filtered?: boolean;
  /** What stands there where there is none at all; the way to make one stands above. */
  empty?: { title: string; text: string; icon: ReactNode };
  /** Undefined while there are no rows. */
  pager: PagerProps | undefined;
  /** The dialogs. */
  children?: ReactNode;
}

/** The page of a room that is a list: its search, whose text stands in the address, its rows, and their pages. */
export function ListPage<Row>({ room, create, filters, filtered = false, ...props }: ListPageProps<Row>) {
  const { empty, pager, children, ...table } = props;
  const { t } = useTranslation(room);
  const navigate = useNavigate();
  const search: { q?: string } = useSearch({ strict: false });
  const { q = "" } = search;
  const button = useCreateButton(create, t("create.open"));
  function find(text: string) {
    // Another search begins at its first page.
    void navigate({ to: ".", search: { ...search, q: text, page: "" }, replace: true });
  }
  const isWhole = q === "" && !filtered;
  const noMatch = {
    title: t("common:list.noMatch"),
    text: filtered ? t("common:list.noMatchText") : t("noMatch", { text: q }),
  };
  return (
    <Page title={t("title")} description={t("description")} actions={button}>
      <Group gap="sm">
        <SearchField label={t("search")} value={q} onChange={find} />
        {filters}
      </Group>
      <Paper>
        <DataTable
          {...table}
          label={t("title")}
          empty={isWhole && empty ? <Empty {...empty} /> : <Empty {...noMatch} />}
        />
        {pager && <Pager {...pager} />}
      </Paper>
      {children}
    </Page>
  );
}

function useCreateButton(create: ListPageProps<never>["create"], text: string): ReactNode {
  const navigate = useNavigate();
  const isAddress = typeof create === "string";
  const open = isAddress ? () => void navigate({ to: create }) : create;
  useHotkeys(open ? [["c", open]] : []);
  const icon = <IconPlus size={16} />;
  if (isAddress) {
    return (
      <Button component={Link} to={create} leftSection={icon}>
        {text}
      </Button>
    );
  }
  return (
    open && (
      <Button leftSection={icon} onClick={open}>
        {text}
      </Button>
    )
  );
}
