import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { write } from "../../testing/write";
import { show } from "../../testing/render";
import { Refused, serve } from "../../testing/server";
import { RolesPage } from "./RolesPage";

const EDITOR = { id: "rol_1", name: "Editor", description: "Writes", is_default: true };

function list(roles: object[]) {
  return { start: 0, limit: 25, length: roles.length, total: roles.length, roles };
}

test("finds roles by name as one types, and keeps the search in the address", async () => {
  const asked: (string | null)[] = [];
  serve({
    "GET /api/v2/roles": (_, url) => {
      asked.push(url.searchParams.get("name_filter"));
      return list(
        url.searchParams.get("name_filter") === "edi" ? [EDITOR] : [EDITOR, { ...EDITOR, id: "rol_2", name: "Reader" }],
      );
    },
  });
  const { user, router } = await show(<RolesPage />, { at: "/roles", scopes: ["read:roles"] });
  expect(await screen.findByText("Reader")).toBeDefined();
  await write(user, screen.getByRole("searchbox", { name: "Search roles by name" }), "edi");
  await waitFor(() => expect(screen.queryByText("Reader")).toBeNull());
  expect(router.state.location.search).toEqual({ q: "edi" });
  expect(asked).toEqual([null, "edi"]);
  expect(screen.queryByRole("button", { name: "Create role" })).toBeNull();
});

test("makes a role and goes to what it permits; a name that is taken shows at its field", async () => {
  let tries = 0;
  const { asked } = serve({
    "GET /api/v2/roles": () => list([]),
    "POST /api/v2/roles": () => {
      tries += 1;
      const refusal = { statusCode: 409, errorCode: "role_conflict", message: "The name is taken.", field: "name" };
      return tries === 1 ? new Refused(409, refusal) : EDITOR;
    },
  });
  const { user, router } = await show(<RolesPage />, { at: "/roles" });
  await user.click((await screen.findAllByRole("button", { name: "Create role" }))[0] as HTMLElement);
  const name = await screen.findByRole("textbox", { name: /^Name/ });
  await write(user, name, "Editor");
  const submit = screen.getAllByRole("button", { name: "Create role" }).at(-1) as HTMLElement;
  await user.click(submit);
  expect(await screen.findByText("The name is taken.")).toBeDefined();
  expect(name.getAttribute("aria-invalid")).toBe("true");
  await user.click(screen.getByRole("switch", { name: /^Default role/ }));
  await user.click(submit);
  await waitFor(() => expect(router.state.location.pathname).toBe("/roles/rol_1"));
  expect(router.state.location.search).toEqual({ tab: "permissions" });
  const last = asked.findLast((request) => request.method === "POST");
  expect(await last?.json()).toEqual({ name: "Editor", description: "", is_default: true });
});

test("opens the form for a new role where the palette leads, and leaves the address as it was", async () => {
  serve({ "GET /api/v2/roles": () => list([EDITOR]) });
  const { user, router } = await show(<RolesPage />, { at: "/roles?q=edi&new=1" });
  expect(await screen.findByRole("dialog", { name: "Create a role" })).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(router.state.location.search).toEqual({ q: "edi" });
});

test("opens nothing that the person may not do", async () => {
  serve({ "GET /api/v2/roles": () => list([EDITOR]) });
  await show(<RolesPage />, { at: "/roles?new=1", scopes: ["read:roles"] });
  expect(await screen.findByText("Editor")).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
});
