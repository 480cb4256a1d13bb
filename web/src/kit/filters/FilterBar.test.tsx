import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { show } from "../../testing/render";
import { FilterBar } from "./FilterBar";
import type { Filter, FilterKind } from "./types";

const KINDS: FilterKind[] = [
  {
    id: "status",
    label: "Status",
    type: "choices",
    choices: ["Active", "Suspended", "Archived"].map((label) => ({ value: label.toLowerCase(), label })),
  },
  { id: "created", label: "Created", type: "dates" },
  { id: "domain", label: "Domain", type: "text", repeats: true },
];

const changed = vi.fn<(filters: Filter[]) => void>();

/** What was chosen last. */
function last(): Filter[] {
  return changed.mock.lastCall?.[0] ?? [];
}

beforeEach(() => changed.mockReset());

function Bar({ first = [] }: { first?: Filter[] }) {
  const [filters, setFilters] = useState(first);
  function change(next: Filter[]) {
    changed(next);
    setFilters(next);
  }
  return <FilterBar kinds={KINDS} filters={filters} change={change} />;
}

test("a filter is added by the keyboard alone", async () => {
  const { user } = await show(<Bar />);
  await user.tab();
  await user.keyboard("{Enter}");
  await user.click(await screen.findByRole("menuitem", { name: "Status" }));
  const form = within(await screen.findByRole("dialog", { name: "Status" }));
  await user.click(await form.findByRole("checkbox", { name: "Suspended" }));
  await user.click(form.getByRole("checkbox", { name: "Archived" }));
  await user.keyboard("{Enter}");
  expect(last()).toEqual([{ kind: "status", value: "suspended,archived" }]);
  expect(screen.getByRole("button", { name: "Status Suspended or Archived" })).toBeDefined();
  expect(document.activeElement?.textContent).toBe("Add filter");
});

test("what is typed at once after the choice stands in the form", async () => {
  const { user } = await show(<Bar />);
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  const item = await screen.findByRole("menuitem", { name: "Domain" });
  await vi.dynamicImportSettled();
  // Nothing is waited for between the choice and the keys.
  fireEvent.click(item);
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Domain" }));
  await user.keyboard("a.example{Enter}");
  expect(last()).toEqual([{ kind: "domain", value: "a.example" }]);
});

test("the menu stands in the landmark of the filters", async () => {
  const { user } = await show(<Bar />);
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  const filters = screen.getByRole("region", { name: "Filters" });
  expect(await within(filters).findByRole("menu")).toBeDefined();
});

test("a chip is changed by a click, and taken away by its cross or by Delete", async () => {
  const { user } = await show(
    <Bar
      first={[
        { kind: "status", value: "active" },
        { kind: "domain", value: "a.example" },
        { kind: "domain", value: "b.example" },
      ]}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Domain b.example" }));
  const field = await screen.findByRole("textbox", { name: "Domain" });
  await user.clear(field);
  await user.type(field, "c.example{Enter}");
  expect(last().map(({ value }) => value)).toEqual(["active", "a.example", "c.example"]);
  await user.click(screen.getByRole("button", { name: "Remove filter Domain a.example" }));
  expect(last().map(({ value }) => value)).toEqual(["active", "c.example"]);
  screen.getByRole("button", { name: "Status Active" }).focus();
  await user.keyboard("{Delete}");
  expect(last().map(({ value }) => value)).toEqual(["c.example"]);
});

test("a form that is left says nothing, and an emptied one takes its filter away", async () => {
  const { user } = await show(<Bar first={[{ kind: "status", value: "active" }]} />);
  await user.click(screen.getByRole("button", { name: "Status Active" }));
  await user.click(await screen.findByRole("checkbox", { name: "Archived" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(changed).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Status Active" }));
  await user.click(await screen.findByRole("checkbox", { name: "Active" }));
  await user.click(screen.getByRole("button", { name: "Apply" }));
  expect(changed.mock.calls).toEqual([[[]]]);
});

test("what can hold once is offered once; what repeats stays", async () => {
  const { user } = await show(
    <Bar
      first={[
        { kind: "status", value: "active" },
        { kind: "domain", value: "a.example" },
      ]}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  const names = (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
  expect(names).toEqual(["Created", "Domain"]);
});

test("a chip says its time in the person's language", async () => {
  await show(<Bar first={[{ kind: "created", value: ">90d" }]} />, { language: "zh-CN" });
  expect(screen.getByRole("button", { name: "Created 90 天以前" })).toBeDefined();
});
