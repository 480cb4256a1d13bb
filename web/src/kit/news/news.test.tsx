import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "../../testing/render";
import { tell } from "./news";

afterEach(() => vi.useRealTimers());

test("news can be closed, and the latest five are told", async () => {
  const { user } = await show(<p>page</p>);
  act(() => {
    for (const text of ["one", "two", "three", "four", "five", "six"]) tell({ text, isProblem: false });
  });
  expect(screen.getAllByRole("alert").map((item) => item.textContent)).toEqual(["two", "three", "four", "five", "six"]);
  for (const close of screen.getAllByRole("button", { name: "Close" })) await user.click(close);
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("news goes by itself, a problem later, and nothing goes while the pointer rests on it", async () => {
  const { user } = await show(<p>page</p>);
  vi.useFakeTimers();
  act(() => {
    tell({ text: "saved", isProblem: false });
    tell({ title: "Sorry", text: "refused", isProblem: true });
  });
  act(() => vi.advanceTimersByTime(4_000));
  expect(screen.getAllByRole("alert").map((item) => item.textContent)).toEqual(["Sorryrefused"]);
  vi.useRealTimers();
  await user.hover(screen.getByRole("alert"));
  vi.useFakeTimers();
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByRole("alert")).toBeDefined();
});
