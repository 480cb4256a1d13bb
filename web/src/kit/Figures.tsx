import { Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Figures.module.css";

/** A number with its name. */
export interface Figure {
  name: string;
  /** The number as it is written; undefined while it is loading. */
  value: string | undefined;
  /** What it means, or how it changes; null while it is loading. */
  note?: ReactNode;
  /** Whether the number calls for attention. */
  alarming?: boolean;
}

/** Numbers side by side, each with its name. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={classes["figures"]}>
      {figures.map(({ name, value, note, alarming }) => (
        <div key={name} className={classes["figure"]}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <dd className={classes["value"]} data-alarming={alarming || undefined}>
            {value ?? <Skeleton h={22} w={72} my={7} />}
          </dd>
          {note !== undefined && (
            <Text component="dd" size="xs" c="dimmed" className={classes["note"]}>
              {note}
            </Text>
          )}
        </div>
      ))}
    </dl>
  );
}
