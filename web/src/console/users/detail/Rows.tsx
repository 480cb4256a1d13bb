import { ActionIcon, Button, Group, Skeleton, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Rows.module.css";

interface RowsProps<Item> {
  /** Undefined while they are loading. */
  rows: Item[] | undefined;
  /** False where nothing comes any more. */
  loading?: boolean;
  /** What stands there without any. */
  empty: string;
  children: (item: Item) => ReactNode;
}

/** A short list in a card. */
export function Rows<Item>({ rows, loading = true, empty, children }: RowsProps<Item>) {
  if (!rows) return loading ? <LoadingRows /> : null;
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return <ul className={classes["rows"]}>{rows.map(children)}</ul>;
}

function LoadingRows() {
  // Mostly there is one or none: what stands below hardly moves.
  return <Skeleton h={36} aria-hidden />;
}

interface Removing {
  /** What it removes, for screen readers and on hovering. */
  label: string;
  /** The word on the button; a cross without one. */
  text?: string;
  run: () => void;
}

interface RowProps {
  children: ReactNode;
  /** What stands at its end, before the button that removes it. */
  end?: ReactNode;
  remove?: Removing | undefined;
}

/** A row of such a list. */
export function Row({ children, end, remove }: RowProps) {
  return (
    <li className={classes["row"]}>
      <div className={classes["content"]}>{children}</div>
      <Group gap="xs" wrap="nowrap">
        {end}
        {remove && <RemoveButton {...remove} />}
      </Group>
    </li>
  );
}

function RemoveButton({ label, text, run }: Removing) {
  if (text) {
    return (
      <Button variant="default" size="xs" onClick={run} aria-label={label}>
        {text}
      </Button>
    );
  }
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" onClick={run} aria-label={label}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
