import { Button, Paper } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { roleAddress } from "../../kit/addresses";
import { Page } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Empty } from "../../kit/states";
import { DataTable } from "../../kit/table/DataTable";
import { Pager, type PagerProps } from "../../kit/table/Pager";
import { useMay } from "../../session/SessionContext";
import { CreateRoleDialog } from "./CreateRoleDialog";
import { PER_PAGE, useRoles } from "./queries";
import { useRoleColumns } from "./roleColumns";

/** All roles, found by name. */
export function RolesPage() {
  const { t } = useTranslation("roles");
  const search: { q?: string; page?: string; new?: string } = useSearch({ strict: false });
  const { q = "", page = "1" } = search;
  const number = Math.max(0, Number(page) - 1 || 0);
  const navigate = useNavigate();
  const roles = useRoles(q, number);
  const columns = useRoleColumns();
  const mayCreate = useMay("create:roles");
  const [creating, { open, close }] = useDisclosure();
  // The palette leads here with it.
  const isWanted = mayCreate && search.new !== undefined;
  function stop() {
    close();
    const { new: _, ...rest } = search;
    if (isWanted) void navigate({ to: ".", search: rest, replace: true });
  }
  useHotkeys(mayCreate ? [["c", open]] : []);
  const turn = (to: number) => void navigate({ to: ".", search: { q, ...(to > 0 && { page: String(to + 1) }) } });
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("create.open")}
    </Button>
  );
  return (
    <Page title={t("title")} description={t("description")} actions={create}>
      <SearchField
        label={t("search")}
        value={q}
        onChange={(text) => void navigate({ to: ".", search: { q: text }, replace: true })}
      />
      <Paper>
        <DataTable
          label={t("title")}
          columns={columns}
          rows={roles.data?.rows}
          rowKey={(role) => role.id}
          rowName={(role) => role.name}
          rowLink={(role) => roleAddress(role.id)}
          error={roles.error}
          retry={() => void roles.refetch()}
          stale={roles.isPlaceholderData}
          empty={
            q ? (
              <Empty title={t("common:list.noMatch")} text={t("noMatch", { text: q })} />
            ) : (
              <Empty title={t("empty")} text={t("emptyText")} icon={<IconUsersGroup size={22} />} action={create} />
            )
          }
        />
        {roles.data && roles.data.total > 0 && <Pager {...pagerOf(roles.data, number, turn)} />}
      </Paper>
      <CreateRoleDialog opened={creating || isWanted} onClose={stop} />
    </Page>
  );
}

function pagerOf(data: { rows: unknown[]; total: number }, page: number, turn: (page: number) => void): PagerProps {
  const pager: PagerProps = {
    from: page * PER_PAGE + 1,
    shown: data.rows.length,
    total: data.total,
    perPage: PER_PAGE,
  };
  if (page > 0) pager.previous = () => turn(page - 1);
  if ((page + 1) * PER_PAGE < data.total) pager.next = () => turn(page + 1);
  return pager;
}
