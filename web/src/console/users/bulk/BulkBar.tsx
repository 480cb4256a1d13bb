import { Button, CloseButton, Group, Kbd, Menu, Paper, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { useSession } from "../../../session/SessionContext";
import { useFormat } from "../../../words/format";
import { ACTION_IDS, ACTIONS, type ActionId } from "./actions";
import classes from "./Bulk.module.css";
import { ReviewDialog } from "./ReviewDialog";

interface BulkBarProps {
  users: User[];
  drop: (ids: string[]) => void;
  act: (action: ActionId) => void;
}

/** The actions beside the menu, where there is room. */
const AT_HAND: ActionId[] = ["block", "unblock", "platformRole"];

/** The key is still typed where something is typed. */
const STAY = { preventDefault: false };

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable=true]");
}

/** How many are selected, and what can be done to them. */
export default function BulkBar({ users, drop, act }: BulkBarProps) {
  const { t } = useTranslation("users");
  const { number } = useFormat();
  const session = useSession();
  const [reviewing, review] = useDisclosure();
  const allowed = ACTION_IDS.filter((id) => ACTIONS[id].scopes.every((scope) => session.may(scope)));
  const bar = useRef<HTMLElement>(null);
  // The bar stands behind all rows: without this it is a long way by the Tab key.
  useHotkeys(
    [
      [
        ".",
        (event) => !isTyping(event.target) && bar.current?.querySelector<HTMLElement>("[data-first]")?.focus(),
        STAY,
      ],
    ],
    [],
  );
  const clear = () => drop(users.map(({ user_id = "" }) => user_id));
  return (
    <Paper className={classes["bar"]} component="section" ref={bar} aria-label={t("bulk.bar")} shadow="lg">
      <Group gap="xs" wrap="nowrap">
        <CloseButton aria-label={t("bulk.clear")} onClick={clear} />
        <Text component="output" size="sm" fw={600} className={classes["count"]}>
          {t("bulk.selected", { count: users.length, number: number(users.length) })}
        </Text>
        <Button variant="subtle" size="xs" onClick={review.open}>
          {t("bulk.review")}
        </Button>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" visibleFrom="md">
          {AT_HAND.filter((id) => allowed.includes(id)).map((id) => (
            <ActionButton key={id} id={id} act={act} />
          ))}
        </Group>
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              rightSection={
                <Kbd size="xs" aria-hidden visibleFrom="md">
                  .
                </Kbd>
              }
              data-first
              aria-keyshortcuts="."
              disabled={allowed.length === 0}
            >
              {t("bulk.more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {allowed.map((id) => (
              <ActionItem key={id} id={id} act={act} />
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ReviewDialog opened={reviewing} onClose={review.close} users={users} drop={drop} />
    </Paper>
  );
}

interface ActionProps {
  id: ActionId;
  act: (action: ActionId) => void;
}

function ActionButton({ id, act }: ActionProps) {
  const { t } = useTranslation("users");
  const Sign = ACTIONS[id].icon;
  return (
    <Button variant="default" size="xs" leftSection={<Sign size={15} />} onClick={() => act(id)}>
      {t(`bulk.${id}.menu`)}
    </Button>
  );
}

function ActionItem({ id, act }: ActionProps) {
  const { t } = useTranslation("users");
  const { icon: Sign } = ACTIONS[id];
  return (
    <>
      {id === "delete" && <Menu.Divider />}
      <Menu.Item
        c={id === "delete" ? "var(--mantine-color-error)" : undefined}
        leftSection={<Sign size={16} />}
        onClick={() => act(id)}
      >
        {t(`bulk.${id}.menu`)}
      </Menu.Item>
    </>
  );
}
