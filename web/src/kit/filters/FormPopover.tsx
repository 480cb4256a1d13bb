import { FocusTrap, Popover } from "@mantine/core";
import { lazy, Suspense, useEffect, type ReactNode } from "react";
import type { FilterKind } from "./types";
import { later } from "../later";

interface FormPopoverProps {
  /** Whose form is open; undefined while it is closed. */
  kind: FilterKind | undefined;
  value: string | undefined;
  apply: (value: string) => void;
  close: () => void;
  /** False where `close` sees to it. */
  returnFocus?: boolean;
  /** What the form stands at. */
  children: ReactNode;
}

// Mantine gives the role itself, but with it attributes that what the form stands at may not have.
const DIALOG = { role: "dialog" };

const loadForm = () => later(import("./FilterForm")).then(({ FilterForm }) => ({ default: FilterForm }));
const FilterForm = lazy(loadForm);

/** A filter's form beside what opened it; Escape and a click elsewhere close it unchanged. */
export function FormPopover({ kind, value, apply, close, returnFocus = true, children }: FormPopoverProps) {
  // On its way before anybody asks for it.
  useEffect(() => void loadForm(), []);
  return (
    <Popover
      opened={kind !== undefined}
      onDismiss={close}
      position="bottom-start"
      width={300}
      returnFocus={returnFocus}
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <span>{children}</span>
      </Popover.Target>
      <Popover.Dropdown {...DIALOG} aria-label={kind?.label}>
        {kind && (
          <Suspense>
            {/* Within, for the form may come a moment later. */}
            <FocusTrap>
              <div>
                <FilterForm
                  kind={kind}
                  value={value}
                  apply={(next) => {
                    close();
                    apply(next);
                  }}
                />
              </div>
            </FocusTrap>
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
