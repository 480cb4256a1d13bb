import { useDisclosure } from "@mantine/hooks";
import { IconUsersGroup } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { roleAddress } from "../../kit/addresses";
import { ListPage } from "../../kit/ListPage";
import type { PagerProps } from "../../kit/table/Pager";
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
  const mayCreate = useMay("create:roles");
  const [creating, { open, close }] = useDisclosure();
  // The palette leads here with it.
  const isWanted = mayCreate && search.new !== undefined;
  function stop() {
    close();
    const { new: _, ...rest } = search;
    if (isWanted) void navigate({ to: ".", search: rest, replace: true });
  }
  const turn = (to: number) => void navigate({ to: ".", search: { q, ...(to > 0 && { page: String(to + 1) }) } });
  return (
    <ListPage
      room="roles"
      create={mayCreate ? open : undefined}
      columns={useRoleColumns()}
      rows={roles.data?.rows}
      rowKey={(role) => role.id}
      rowName={(role) => role.name}
      rowLink={(role) => roleAddress(role.id)}
      error={roles.error}
      retry={() => void roles.refetch()}
      stale={roles.isPlaceholderData}
      empty={{ title: t("empty"), text: t("emptyText"), icon: <IconUsersGroup size={22} /> }}
      pager={roles.data && pagerOf(roles.data, number, turn)}
    >
      <CreateRoleDialog opened={creating || isWanted} onClose={stop} />
    </ListPage>
  );
}

function pagerOf(
  { rows, total }: { rows: unknown[]; total: number },
  page: number,
  turn: (page: number) => void,
): PagerProps | undefined {
  if (total === 0) return undefined;
  const pager: PagerProps = { from: page * PER_PAGE + 1, shown: rows.length, total, perPage: PER_PAGE };
  if (page > 0) pager.previous = () => turn(page - 1);
  if ((page + 1) * PER_PAGE < total) pager.next = () => turn(page + 1);
  return pager;
}
