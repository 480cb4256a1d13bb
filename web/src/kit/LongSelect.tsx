import { Select, type ComboboxData, type SelectProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

interface LongSelectProps extends Omit<SelectProps, "data"> {
  /** The choices while it is open; closed, the one that is chosen is enough. Keep it the same while they are. */
  choices: (opened: boolean) => ComboboxData;
}

/** A choice among hundreds, found as one types. They are made while it is open alone, not at every key in the form. */
export function LongSelect({ choices, ...props }: LongSelectProps) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const data = useMemo(() => choices(opened), [choices, opened]);
  return (
    <Select
      searchable
      clearable={!props.readOnly}
      data={data}
      onDropdownOpen={open}
      onDropdownClose={close}
      nothingFoundMessage={t("list.noMatch")}
      rightSectionPointerEvents={props.value ? "all" : "none"}
      {...props}
      // An empty text is no choice that could be taken back.
      value={props.value || null}
    />
  );
}
