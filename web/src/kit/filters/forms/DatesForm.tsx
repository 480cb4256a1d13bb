import { Group, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDates, PRESETS } from "../dates";
import type { FilterFormProps } from "../types";
import { useDatesText } from "../useDescribe";
import { FormFrame } from "./FormFrame";

/** The choice that shows two days to fill in. */
const DAYS = "days";

/** A time: one of the usual ones, or from a day to a day. */
export function DatesForm({ label, value, apply, never }: FilterFormProps & { never?: boolean }) {
  const { t } = useTranslation("filters");
  const words = useDatesText();
  const before = value === undefined ? undefined : parseDates(value);
  const isDays = before?.when === "between";
  const [choice, setChoice] = useState(isDays ? DAYS : (value ?? PRESETS[1] ?? ""));
  const [from, setFrom] = useState(isDays ? before.from : "");
  const [to, setTo] = useState(isDays ? before.to : "");
  const presets = [...PRESETS, ...(never ? ["never"] : [])];
  // A filter in the address may be none of the usual ones.
  if (choice !== DAYS && !presets.includes(choice)) presets.push(choice);
  const backwards = Boolean(from && to && from > to);
  const ready = choice !== DAYS || (Boolean(from || to) && !backwards);
  return (
    <FormFrame onApply={() => apply(choice === DAYS ? `${from}..${to}` : choice)} ready={ready}>
      <Select
        size="xs"
        data-autofocus
        aria-label={label}
        allowDeselect={false}
        data={[
          ...presets.map((preset) => ({ value: preset, label: words(preset) })),
          { value: DAYS, label: t("dates.days") },
        ]}
        value={choice}
        onChange={(next) => next && setChoice(next)}
        comboboxProps={{ withinPortal: false }}
      />
      {choice === DAYS && (
        <>
          <Group gap="xs" grow>
            <TextInput
              size="xs"
              type="date"
              label={t("dates.from")}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              type="date"
              label={t("dates.to")}
              value={to}
              error={backwards && t("dates.backwards")}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <Text size="xs" c="dimmed">
            {t("dates.zone")}
          </Text>
        </>
      )}
    </FormFrame>
  );
}
