import { FocusTrap, Popover } from "@mantine/core";
import { Suspense, useCallback, useState, type ComponentProps, type ReactNode } from "react";
import type { FilterForm } from "./FilterForm";
import type { FilterKind } from "./types";
import { later } from "../later";
import { useSoon } from "../useSoon";

interface FormPopoverProps {
  /** Whose form is open; undefined while it is closed. */
  kind: FilterKind | undefined;
  value: string | undefined;
  apply: (value: string) => void;
  close: () => void;
  /** False where `close` sees to it. */
  returnFocus?: boolean;
  /** Whether one is about to be chosen. */
  isSoon?: boolean;
  /** What the form stands at. */
  children: ReactNode;
}

// Mantine gives the role itself, but with it attributes that what the form stands at may not have.
const DIALOG = { role: "dialog" };

type FormProps = ComponentProps<typeof FilterForm>;
type RenderForm = (props: FormProps) => ReactNode;

/** Makes the forms; fetched before anybody asks, for `Suspense` would hold one back for a moment (300 ms). */
function useFilterForm(isWanted: boolean): RenderForm | undefined {
  const [render, setRender] = useState<RenderForm>();
  const fetch = useCallback(() => {
    void later(import("./FilterForm")).then(({ FilterForm: Form }) =>
      setRender(() => (props: FormProps) => <Form {...props} />),
    );
  }, []);
  useSoon(fetch, isWanted);
  return render;
}

/** What is typed next is meant for the form: it has the focus from the moment it is there. */
function focusFirst(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>("[data-autofocus]")?.focus({ preventScroll: true });
}

/** A filter's form beside what opened it; Escape and a click elsewhere close it unchanged. */
export function FormPopover(props: FormPopoverProps) {
  const { kind, value, apply, close, returnFocus = true, isSoon = false, children } = props;
  const form = useFilterForm(isSoon || kind !== undefined);
  return (
    <Popover
      opened={kind !== undefined}
      onDismiss={close}
      position="bottom-start"
      width={300}
      returnFocus={returnFocus}
      withRoles={false}
      shadow="md"
      // A form that fades in would miss the first letters.
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span>{children}</span>
      </Popover.Target>
      <Popover.Dropdown {...DIALOG} aria-label={kind?.label}>
        {kind && form && (
          <Suspense>
            {/* Within, for a form of the list's own may come a moment later. */}
            <FocusTrap innerRef={focusFirst}>
              <div>
                {form({
                  kind,
                  value,
                  apply(next) {
                    close();
                    apply(next);
                  },
                })}
              </div>
            </FocusTrap>
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
