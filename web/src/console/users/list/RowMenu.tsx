import { ActionIcon, Menu } from "@mantine/core";
import { IconBan, IconCopy, IconDots, IconExternalLink, IconLockOpen, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { userAddress } from "../../../kit/addresses";
import { nameOf } from "../../../kit/Person";
import { useNotify } from "../../../kit/notify";
import { useMay } from "../../../session/SessionContext";
import type { ActionId } from "../bulk/actions";
import { useProtection } from "../detail/protection";
import classes from "./UserList.module.css";

interface RowMenuProps {
  user: User;
  /** Begins an action for this user alone. */
  act: (action: ActionId) => void;
}

/** What is often done to one user; made when it is first asked for, for there is one in each row. */
export function RowMenu(props: RowMenuProps) {
  const { t } = useTranslation("users");
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <OpenedMenu {...props} />;
  const name = t("list.menuOf", { name: nameOf(props.user) });
  return (
    <ActionIcon {...LOOK} aria-label={name} aria-haspopup="menu" aria-expanded={false} onClick={() => setIsAsked(true)}>
      <IconDots size={16} />
    </ActionIcon>
  );
}

const LOOK = { variant: "subtle", color: "gray", size: "sm" } as const;

/** The button takes over the focus from the one that asked for the menu: it gets it back when the menu closes. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function OpenedMenu({ user, act }: RowMenuProps) {
  const { t } = useTranslation("users");
  const notify = useNotify();
  const [mayUpdate, mayDelete] = [useMay("update:users"), useMay("delete:users")];
  const protection = useProtection(user);
  const [status, deletion] = [protection("status"), protection("delete")];
  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    notify.done(t("common:action.copied"));
  }
  return (
    <Menu position="bottom-end" shadow="md" defaultOpened>
      <Menu.Target>
        <ActionIcon {...LOOK} ref={focus} aria-label={t("list.menuOf", { name: nameOf(user) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={userAddress(user.user_id ?? "")} leftSection={<IconExternalLink size={16} />}>
          {t("list.open")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy(user.user_id ?? "")}>
          {t("list.copyId")}
        </Menu.Item>
        {user.email && (
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy(user.email ?? "")}>
            {t("list.copyEmail")}
          </Menu.Item>
        )}
        {(mayUpdate || mayDelete) && <Menu.Divider />}
        {status && <Menu.Label className={classes["reason"]}>{status}</Menu.Label>}
        {mayUpdate && !user.blocked && (
          <Menu.Item leftSection={<IconBan size={16} />} disabled={status !== undefined} onClick={() => act("block")}>
            {t("bulk.block.menu")}
          </Menu.Item>
        )}
        {mayUpdate && user.status === "suspended" && (
          <Menu.Item
            leftSection={<IconLockOpen size={16} />}
            disabled={status !== undefined}
            onClick={() => act("unblock")}
          >
            {t("bulk.unblock.menu")}
          </Menu.Item>
        )}
        {mayDelete && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} />}
            disabled={deletion !== undefined}
            onClick={() => act("delete")}
          >
            {t("bulk.delete.menu")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
