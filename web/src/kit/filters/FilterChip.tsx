import { CloseButton, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Filters.module.css";
import { FormPopover } from "./FormPopover";
import type { FilterKind } from "./types";
import { useDescribe } from "./useDescribe";

interface FilterChipProps {
  kind: FilterKind;
  value: string;
  /** Takes another value; an empty one takes the filter away. */
  change: (value: string) => void;
}

/** A filter that holds: a click changes it, the cross takes it away, and so do Delete and Backspace. */
export function FilterChip({ kind, value, change }: FilterChipProps) {
  const { t } = useTranslation("filters");
  const describe = useDescribe();
  const [open, setOpen] = useState(false);
  const text = describe(kind, value);
  return (
    <span className={classes["chip"]}>
      <FormPopover kind={open ? kind : undefined} value={value} close={() => setOpen(false)} apply={change}>
        <UnstyledButton
          className={classes["words"]}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
          onKeyDown={(event) => {
            if (event.key === "Delete" || event.key === "Backspace") change("");
          }}
        >
          {kind.icon && <kind.icon size={14} aria-hidden />}
          <span className={classes["kind"]}>{kind.label}</span> <span className={classes["value"]}>{text}</span>
        </UnstyledButton>
      </FormPopover>
      <CloseButton
        size={24}
        iconSize={14}
        variant="transparent"
        aria-label={t("remove", { filter: `${kind.label} ${text}` })}
        onClick={() => change("")}
      />
    </span>
  );
}
