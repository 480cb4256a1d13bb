import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { show } from "../../../testing/render";
import { serve } from "../../../testing/server";
import { fit } from "./match";
import Palette from "./Palette";

beforeEach(() => sessionStorage.clear());

const ADA = { user_id: "auth0|ada", name: "Ada Lovelace", email: "ada@example.org" };
const close = vi.fn<() => void>();

async function open(options = {}) {
  close.mockClear();
  const { asked } = serve({ "GET /api/v2/users": () => [ADA] });
  const shown = await show(<Palette onClose={close} />, options);
  const field = await screen.findByRole("combobox");
  const active = () => document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
  return { ...shown, asked, field, active };
}

describe("the palette", () => {
  test("is worked by keys alone: down, up around the end, and Enter goes there", async () => {
    const { user, router, active } = await open();
    expect(active()?.textContent).toBe("Home");
    await user.keyboard("{ArrowDown}");
    expect([active()?.textContent, active()?.getAttribute("aria-selected")]).toEqual(["Users", "true"]);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(active()?.textContent).toBe("Sign out");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(close).toHaveBeenCalledOnce();
    await waitFor(() => expect(router.state.location.pathname).toBe("/users"));
  });

  test.each([
    ["en", "日志", "Logs"],
    ["zh-CN", "log", "日志"],
  ] as const)("finds pages by their names in the other language too: in %s by %s", async (language, typed, label) => {
    const { user, active } = await open({ language });
    await user.keyboard(typed);
    await waitFor(() => expect(active()?.textContent).toBe(label));
  });

  test("finds people while one types, every sign literally, and remembers who was chosen", async () => {
    const { user, router, asked, unmount } = await open();
    await user.keyboard('ada" OR x');
    const people = await screen.findByRole("group", { name: "Users" });
    expect(within(people).getByRole("option").textContent).toContain("ada@example.org");
    expect(new URL(asked.at(-1)?.url ?? "").searchParams.get("q")).toBe('"ada\\" OR x"');
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/users/auth0|ada"));
    unmount();
    await open();
    expect(within(screen.getByRole("group", { name: "Recent" })).getByRole("option").textContent).toContain(
      "Ada Lovelace",
    );
  });

  test("offers only what the person may, and asks nothing that would be refused", async () => {
    const { user, asked } = await open({ scopes: ["read:logs"] });
    expect(screen.queryByText("Users")).toBeNull();
    await user.keyboard("ada");
    expect(await screen.findByText("Nothing found")).toBeDefined();
    expect(asked).toEqual([]);
  });
});

test("what begins with the text fits best, what has all its words somewhere fits too", () => {
  expect(fit(["Users", "用户"], "用户")).toBe(0);
  expect(fit(["Import users"], "users")).toBe(1);
  expect(fit(["E-mail verification"], "veri mail")).toBe(2);
  expect(fit(["Régistration"], "REGI")).toBe(0);
  expect(fit(["Logs"], "users")).toBeUndefined();
});
