import {
  Group,
  Text,
  type ComboboxData,
  type ComboboxParsedItem,
  type OptionsFilter,
  type SelectProps,
} from "@mantine/core";
import { useCallback } from "react";
import { LongSelect } from "./LongSelect";

/** The zones that the browser knows, with UTC, which is none of IANA's cities. */
const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

const offsets = new Map<string, string>();

/** How far a zone is from UTC now: `+02:00`. */
function offsetOf(zone: string): string {
  let offset = offsets.get(zone);
  if (offset === undefined) {
    try {
      const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
      offset =
        format
          .formatToParts()
          .find(({ type }) => type === "timeZoneName")
          ?.value.slice(3) || "+00:00";
    } catch {
      offset = "";
    }
    offsets.set(zone, offset);
  }
  return offset;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("_", " ");
}

const filter: OptionsFilter = ({ options, search }) => {
  const wanted = plain(search.trim());
  const found: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (!("group" in option)) continue;
    const items = option.items.filter(({ value }) => plain(value).includes(wanted));
    if (items.length > 0) found.push({ ...option, items });
  }
  return found;
};

function groupsOf(value: string | null | undefined, opened: boolean): ComboboxData {
  if (!opened) return value ? [value] : [];
  const zones = value && !ZONES.includes(value) ? [value, ...ZONES] : ZONES;
  const groups = new Map<string, string[]>();
  for (const zone of zones) {
    const region = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "UTC";
    groups.set(region, [...(groups.get(region) ?? []), zone]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

/** A time zone of the IANA database, found by its name. */
export function TimeZoneSelect(props: Omit<SelectProps, "data">) {
  const { value } = props;
  const choices = useCallback((opened: boolean) => groupsOf(value, opened), [value]);
  return (
    <LongSelect
      choices={choices}
      filter={filter}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" w="100%">
          <Text size="sm" truncate>
            {option.value.replaceAll("_", " ")}
          </Text>
          <Text size="xs" c="dimmed" flex="none">
            {offsetOf(option.value)}
          </Text>
        </Group>
      )}
      {...props}
    />
  );
}
