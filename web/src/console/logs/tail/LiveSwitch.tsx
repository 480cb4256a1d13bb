import { Group, Switch, Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Tail.module.css";

interface LiveSwitchProps {
  on: boolean;
  /** False where the view has an end in time or is no newest page. */
  possible: boolean;
  /** Whether new events are held back while somebody reads. */
  paused: boolean;
  /** Whether the server answers. */
  works: boolean;
  change: (on: boolean) => void;
}

/** Switches the live tail, and says what it does. */
export function LiveSwitch({ on, possible, paused, works, change }: LiveSwitchProps) {
  const { t } = useTranslation("logs");
  const state = !on ? "" : !works ? t("live.broken") : paused ? t("live.paused") : t("live.following");
  return (
    <Group gap="sm" className={classes["live"]}>
      <Text component="output" size="xs" c={works ? "dimmed" : "var(--mantine-color-error)"}>
        {on && (
          <span className={classes["dot"]} data-state={!works ? "broken" : paused ? "paused" : "on"} aria-hidden />
        )}
        {state}
      </Text>
      <Tooltip label={possible ? t("live.explain") : t("live.impossible")} multiline maw={280}>
        <Switch
          label={t("live.label")}
          checked={on}
          disabled={!possible}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      </Tooltip>
    </Group>
  );
}
