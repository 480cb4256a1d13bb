import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { show } from "../../testing/render";
import { Pager } from "./Pager";

test("says where one is, and leads on but not back on the first page", async () => {
  const next = vi.fn<() => void>();
  const { user } = await show(<Pager from={1} shown={50} total={10_000} perPage={50} next={next} />);
  expect(screen.getByText("1–50 of 10,000")).toBeDefined();
  expect(screen.getByRole("button", { name: "Previous page" })).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("button", { name: "Next page" }));
  expect(next).toHaveBeenCalledOnce();
});
