import { Switch, type SwitchProps } from "@mantine/core";
import classes from "./Toggle.module.css";

/** A switch at the end of its line: what it is, and in a sentence what it does. */
export function Toggle(props: SwitchProps & { label: string }) {
  return (
    <Switch
      labelPosition="left"
      classNames={{
        body: classes["body"] ?? "",
        labelWrapper: classes["words"] ?? "",
        label: classes["label"] ?? "",
      }}
      // The sentence below is its description, not a part of its name.
      aria-label={props.label}
      {...props}
    />
  );
}
