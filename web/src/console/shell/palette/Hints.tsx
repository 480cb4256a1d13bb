import { Group, Kbd, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Palette.module.css";

/** The keys of the palette. */
export function Hints() {
  const { t } = useTranslation("shell");
  const keys: [string, string][] = [
    ["↑ ↓", t("palette.keys.move")],
    ["↵", t("palette.keys.choose")],
    ["Esc", t("common:action.close")],
  ];
  return (
    <Group gap="md" className={classes["hints"]} visibleFrom="sm">
      {keys.map(([key, name]) => (
        <Text key={key} size="xs" c="dimmed" component="span">
          <Kbd size="xs">{key}</Kbd> {name}
        </Text>
      ))}
    </Group>
  );
}
