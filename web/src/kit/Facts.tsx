import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Facts.module.css";

/** A name and its value; an absent value shows as a dash. */
export type Fact = [name: string, value: ReactNode];

/** Names and values below each other, for reading. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes["facts"]}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes["fact"]}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {value ?? "–"}
          </Text>
        </div>
      ))}
    </dl>
  );
}
