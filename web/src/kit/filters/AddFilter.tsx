import { Button, Menu } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Filters.module.css";
import { FormPopover } from "./FormPopover";
import type { Filter, FilterKind } from "./types";

interface AddFilterProps {
  kinds: FilterKind[];
  filters: Filter[];
  add: (filter: Filter) => void;
}

/** The menu of what can be filtered by; a choice opens its form. */
export function AddFilter({ kinds, filters, add }: AddFilterProps) {
  const { t } = useTranslation("filters");
  const [kind, setKind] = useState<FilterKind>();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const free = kinds.filter(({ id, repeats }) => repeats || !filters.some((filter) => filter.kind === id));
  function close() {
    setKind(undefined);
    // The menu's item that opened the form is gone.
    button.current?.focus();
  }
  return (
    <FormPopover
      kind={kind}
      value={undefined}
      close={close}
      returnFocus={false}
      isSoon={isOpen}
      apply={(value) => kind && value && add({ kind: kind.id, value })}
    >
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-start"
        shadow="md"
        returnFocus={false}
        disabled={free.length === 0}
        // It stays in the filters' landmark.
        withinPortal={false}
      >
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            size="xs"
            leftSection={<IconFilterPlus size={15} />}
            disabled={free.length === 0}
          >
            {t("add")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes["menu"]}>
          {free.map((one) => (
            <Menu.Item key={one.id} leftSection={one.icon && <one.icon size={16} />} onClick={() => setKind(one)}>
              {one.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </FormPopover>
  );
}
