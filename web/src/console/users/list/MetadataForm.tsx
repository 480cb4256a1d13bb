import { Group, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormFrame } from "../../../kit/filters/forms/FormFrame";
import type { FilterFormProps } from "../../../kit/filters/types";
import { metadataText, parseMetadata, type MetadataAsked } from "./metadata";

const WAYS: MetadataAsked["how"][] = ["is", "begins", "has"];
const BAGS = ["user_metadata", "app_metadata"];

/** A place in the metadata, and what stands there. */
export function MetadataForm({ value, apply }: FilterFormProps) {
  const { t } = useTranslation("users");
  const before = value === undefined ? undefined : parseMetadata(value);
  const [bag = "", ...rest] = (before?.path ?? "user_metadata.").split(".");
  const [chosen, setChosen] = useState(bag);
  const [path, setPath] = useState(rest.join("."));
  const [how, setHow] = useState(before?.how ?? "is");
  const [text, setText] = useState(before?.text ?? "");
  const at = path.trim();
  // The two signs are the borders between path and text in the address.
  const strange = /[=^]/.test(at);
  const ready = Boolean(at) && !strange && (how !== "begins" || Boolean(text));
  return (
    <FormFrame onApply={() => apply(metadataText({ path: `${chosen}.${at}`, how, text }))} ready={ready}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("filter.bag")}
        data={BAGS.map((name) => ({ value: name, label: t(`filter.${name}`) }))}
        value={chosen}
        onChange={setChosen}
      />
      <TextInput
        size="xs"
        data-autofocus
        label={t("filter.path")}
        placeholder="address.city"
        spellCheck={false}
        autoCapitalize="off"
        value={path}
        error={strange && t("filter.pathStrange")}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          size="xs"
          w={how === "has" ? "100%" : 124}
          label={t("filter.how")}
          allowDeselect={false}
          data={WAYS.map((way) => ({ value: way, label: t(`filter.${way}`) }))}
          value={how}
          onChange={(way) => setHow((way ?? "is") as MetadataAsked["how"])}
          comboboxProps={{ withinPortal: false }}
        />
        {how !== "has" && (
          <TextInput
            size="xs"
            flex={1}
            label={t("filter.text")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Group>
    </FormFrame>
  );
}
