import { Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Fragment, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { useSession } from "../../../../session/SessionContext";
import { protectionOf, useSelf } from "../protection";
import { useLocks } from "../queries/security";
import { ActionDialog } from "./ActionDialog";
import { offeredFor, type ActionName, type Offered } from "./offered";

/** All that can be done to a user; what a rule forbids is told with the rule. */
export function ActionMenu({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const session = useSession();
  const { data: locks = [] } = useLocks(user.user_id ?? "");
  const [asked, ask] = useState<{ name: ActionName; opened: boolean }>();
  const target = useRef<HTMLButtonElement>(null);
  const groups = offeredFor({ user, locked: locks.length > 0 }, (scope) => session.may(scope));
  if (groups.length === 0) return null;
  function close() {
    ask((before) => before && { ...before, opened: false });
    target.current?.focus();
  }
  return (
    <>
      <Menu position="bottom-end" width={290} shadow="md" withinPortal={false}>
        <Menu.Target>
          <Button ref={target} variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t("action.open")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {groups.map(({ name, actions }, place) => (
            <Fragment key={name}>
              {place > 0 && <Menu.Divider />}
              <Menu.Label>{t(`group.${name}`)}</Menu.Label>
              {actions.map((action) => (
                <ActionItem
                  key={action.name}
                  user={user}
                  action={action}
                  onClick={() => ask({ name: action.name, opened: true })}
                />
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ActionDialog
          key={asked.name}
          name={asked.name}
          user={user}
          opened={asked.opened}
          onClose={close}
          change={(name) => ask({ name, opened: true })}
        />
      )}
    </>
  );
}

function ActionItem({ user, action, onClick }: { user: User; action: Offered; onClick: () => void }) {
  const { t } = useTranslation("user");
  const protection = protectionOf(useSelf(), user, action.act);
  const refusal = protection && t(`protection.short.${protection}`);
  const { icon: Icon } = action;
  return (
    <Menu.Item
      leftSection={<Icon size={16} aria-hidden />}
      onClick={refusal ? undefined : onClick}
      // Reachable by the arrow keys, so that the reason can be read there.
      aria-disabled={refusal ? true : undefined}
      closeMenuOnClick={!refusal}
      c={refusal ? "dimmed" : action.danger ? "var(--mantine-color-error)" : undefined}
    >
      {t(`action.${action.name}`)}
      {refusal && (
        <Text size="xs" c="dimmed">
          {refusal}
        </Text>
      )}
    </Menu.Item>
  );
}
