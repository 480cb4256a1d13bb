import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { serve } from "../../testing/server";
import { Shell } from "./Shell";

// S0.L15.8, S0.L17.1, S3.L06.1, S4.L01.2, S4.L03.1, S4.L04.1
test("the navigation has Accounts beside Login & auth, and only what the person may see", async () => {
  serve({});
  await show(<Shell />, { scopes: ["read:users", "read:clients"] });
  const links = screen.getAllByRole("link").map((link) => link.textContent);
  expect(links).toEqual(["Skip to the content", "Home", "Users", "Applications"]);
  expect(screen.getByRole("group", { name: "Accounts" })).toBeDefined();
  expect(screen.getByRole("group", { name: "Login & auth" })).toBeDefined();
});

test("keys lead to pages, to the palette and to the list of keys, but not while one writes", async () => {
  serve({});
  const { user, router } = await show(
    <>
      <Shell />
      <input aria-label="own" />
    </>,
  );
  await user.type(screen.getByLabelText("own"), "gu?");
  expect(router.state.location.pathname).toBe("/");
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(document.body);
  await user.keyboard("gu");
  await waitFor(() => expect(router.state.location.pathname).toBe("/users"));
  await user.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "Keyboard shortcuts" })).toBeDefined();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}k{/Control}");
  expect(await screen.findByRole("combobox", { name: "Search or go to…" })).toBeDefined();
});
