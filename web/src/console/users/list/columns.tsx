import { Badge, Group, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconMailQuestion } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { User } from "../../../api/types";
import { PlatformRoleBadge } from "../../../kit/badges";
import type { Column } from "../../../kit/table/types";
import { Time } from "../../../kit/Time";
import type { Format } from "../../../words/format";
import { NameCell } from "./NameCell";
import { StatusCell } from "./StatusCell";
import classes from "./UserList.module.css";

interface Shape extends Omit<Column<User>, "id" | "header" | "render"> {
  cell: (user: User, format: Format, t: TFunction) => ReactNode;
}

/** What is missing is a dash. */
function text(value: string | undefined): ReactNode {
  if (!value) return <Absent />;
  return (
    <Text size="sm" truncate title={value}>
      {value}
    </Text>
  );
}

function code(value: string | undefined): ReactNode {
  if (!value) return <Absent />;
  return (
    <Text size="xs" ff="monospace" truncate title={value}>
      {value}
    </Text>
  );
}

function Absent() {
  return (
    <Text span size="sm" c="dimmed">
      –
    </Text>
  );
}

function email(user: User, t: TFunction): ReactNode {
  if (!user.email) return <Absent />;
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      {text(user.email)}
      {user.email_verified === false && (
        <Tooltip label={t("users:filter.notVerified")}>
          <span className={classes["sign"]}>
            <IconMailQuestion size={15} aria-hidden />
            <VisuallyHidden>{t("users:filter.notVerified")}</VisuallyHidden>
          </span>
        </Tooltip>
      )}
    </Group>
  );
}

/** Most people administer nothing: only who does stands out. */
function platformRole(role: string, t: TFunction): ReactNode {
  if (role !== "user") return <PlatformRoleBadge role={role} />;
  return (
    <Text span size="sm" c="dimmed">
      {t(`common:platformRole.${role}`)}
    </Text>
  );
}

function connections(user: User): ReactNode {
  return text([...new Set(user.identities?.map(({ connection }) => connection))].join(", "));
}

/** The columns that can be chosen, in the order in which they stand. */
export const SHAPES: Record<string, Shape> = {
  email: { sort: "email", width: "13.5rem", cell: (user, _, t) => email(user, t) },
  phone_number: { sort: "phone_number", width: "10rem", cell: (user) => text(user.phone_number) },
  status: { width: "10.75rem", cell: (user) => <StatusCell user={user} /> },
  platform_role: {
    width: "11.75rem",
    cell: (user, _, t) => platformRole(user.platform_role ?? "user", t),
  },
  zoneinfo: { width: "8.5rem", cell: (user) => text(user.zoneinfo?.replaceAll("_", " ")) },
  locale: { width: "6rem", cell: (user) => (user.locale ? <Badge color="gray">{user.locale}</Badge> : <Absent />) },
  company: { width: "11rem", cell: (user) => text(user.company) },
  connection: { width: "13rem", cell: connections },
  last_login: { sort: "last_login", width: "8.75rem", cell: (user) => <Time value={user.last_login} /> },
  logins_count: {
    sort: "logins_count",
    width: "7rem",
    align: "right",
    cell: (user, format) => format.number(user.logins_count ?? 0),
  },
  created_at: { sort: "created_at", width: "9rem", cell: (user) => <Time value={user.created_at} /> },
  updated_at: { sort: "updated_at", width: "9rem", cell: (user) => <Time value={user.updated_at} /> },
  user_id: { width: "17rem", cell: (user) => code(user.user_id) },
  public_id: { width: "19rem", cell: (user) => code(user.public_id) },
  external_id: { width: "10rem", cell: (user) => code(user.external_id) },
};

/** The names of columns that can be chosen. */
export const CHOOSABLE = Object.keys(SHAPES);

interface Wanted {
  chosen: string[];
  dense: boolean;
  t: TFunction;
  format: Format;
  menu: (user: User) => ReactNode;
}

/** The table's columns: who it is, what was chosen, and the row's menu. */
export function columnsOf({ chosen, dense, t, format, menu }: Wanted): Column<User>[] {
  const name: Column<User> = {
    id: "name",
    header: t("users:list.column.user"),
    sort: "name",
    width: "var(--name-width)",
    render: (user) => <NameCell user={user} dense={dense} />,
  };
  const others = CHOOSABLE.filter((id) => chosen.includes(id)).map((id): Column<User> => {
    const { cell, ...shape } = SHAPES[id] as Shape;
    return {
      phone: false,
      ...shape,
      id,
      header: t(`users:list.column.${id}`),
      render: (user) => cell(user, format, t),
    };
  });
  const actions: Column<User> = {
    id: "menu",
    header: t("users:list.rowMenu"),
    hiddenHeader: true,
    width: "3.75rem",
    render: menu,
  };
  return [name, ...others, actions];
}
