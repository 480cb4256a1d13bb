import { ActionIcon, Group, Tooltip } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { Column } from "./types";

/** Something that a small button at the end of a row does. */
export interface RowAction<Row> {
  icon: Icon;
  /** What it does, and to which row. */
  label: (row: Row) => string;
  act: (row: Row) => void;
}

/** The last column: a small button for each action; none where there are no actions. */
export function actionColumn<Row>(header: string, actions: RowAction<Row>[]): Column<Row>[] {
  if (actions.length === 0) return [];
  return [
    {
      id: "actions",
      header,
      hiddenHeader: true,
      width: `${2 + 2 * actions.length}rem`,
      align: "right",
      render: (row) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {actions.map(({ icon: Icon, label, act }) => (
            <Tooltip key={label(row)} label={label(row)}>
              <ActionIcon variant="subtle" color="gray" aria-label={label(row)} onClick={() => act(row)}>
                <Icon size={16} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      ),
    },
  ];
}
