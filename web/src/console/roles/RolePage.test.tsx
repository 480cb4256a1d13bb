import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { write } from "../../testing/write";
import { show } from "../../testing/render";
import { serve, type Answer } from "../../testing/server";
import { RolePage } from "./RolePage";

const ROLE = { id: "rol_1", name: "Support", description: "", is_default: false };
const SCOPES = [
  ...["read", "update", "delete"].map((verb) => `${verb}:roles`),
  "read:users",
  "update:users",
  "read:resource_servers",
  ...["read", "create", "delete"].map((verb) => `${verb}:role_members`),
];
const READ = {
  resource_server_identifier: "https://orders.example/",
  resource_server_name: "Orders",
  permission_name: "read:orders",
  description: "See orders",
};
const APIS = [
  { id: "1", name: "Management", identifier: "https://a/api/v2/", is_system: true, scopes: [{ value: "read:users" }] },
  {
    id: "2",
    name: "Orders",
    identifier: "https://orders.example/",
    is_system: false,
    scopes: [
      { value: "read:orders", description: "See orders" },
      { value: "write:orders", description: "Change orders" },
    ],
  },
  {
    id: "3",
    name: "Stock",
    identifier: "urn:stock",
    is_system: false,
    scopes: [{ value: "count:stock", description: "" }],
  },
];

function part(name: string, rows: object[]) {
  return { start: 0, limit: 100, length: rows.length, total: rows.length, [name]: rows };
}

async function open(tab: string, more: Record<string, Answer> = {}) {
  const { asked } = serve({
    "GET /api/v2/roles/rol_1": () => ROLE,
    "GET /api/v2/roles/rol_1/permissions": () => part("permissions", [READ]),
    "GET /api/v2/resource-servers": () => part("resource_servers", APIS),
    "GET /api/v2/roles/rol_1/users": (_, url) => {
      const users = [{ user_id: "auth0|1", name: "Ada", email: "ada@example.org" }];
      return url.searchParams.has("take") ? { users } : { ...part("users", users), total: 1200 };
    },
    ...more,
  });
  const at = `/roles/rol_1?tab=${tab}`;
  return { asked, ...(await show(<RolePage roleId="rol_1" />, { at, scopes: SCOPES })) };
}

/** The body of the last request with this method. */
async function sent(asked: Request[], method: string): Promise<unknown> {
  return asked.findLast((request) => request.method === method)?.json();
}

// S3.L13.1
test("adds permissions of several APIs at once, never one of the Management API or one that is there", async () => {
  const { user, asked } = await open("permissions", { "POST /api/v2/roles/rol_1/permissions": () => ({}) });
  await user.click(await screen.findByRole("button", { name: "Add permissions" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("Orders")).toBeDefined();
  expect(dialog.queryByText("Management")).toBeNull();
  await write(user, dialog.getByRole("searchbox"), "o");
  expect(await dialog.findByRole("checkbox", { name: "read:orders" })).toHaveProperty("disabled", true);
  await user.click(dialog.getByRole("checkbox", { name: "write:orders" }));
  await user.click(dialog.getByRole("checkbox", { name: "count:stock" }));
  await user.click(dialog.getByRole("button", { name: "Add 2 permissions" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await sent(asked, "POST")).toEqual({
    permissions: [
      { resource_server_identifier: "https://orders.example/", permission_name: "write:orders" },
      { resource_server_identifier: "urn:stock", permission_name: "count:stock" },
    ],
  });
});

// S3.L13.1
test("removes the permissions that are chosen, once that is confirmed", async () => {
  const { user, asked } = await open("permissions", { "DELETE /api/v2/roles/rol_1/permissions": () => null });
  await user.click(await screen.findByRole("checkbox", { name: "Select read:orders" }));
  await user.click(screen.getByRole("button", { name: "Remove 1 permission" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(asked.some((request) => request.method === "DELETE")).toBe(false);
  await user.click(dialog.getByRole("button", { name: "Remove 1 permission" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const { resource_server_identifier, permission_name } = READ;
  expect(await sent(asked, "DELETE")).toEqual({ permissions: [{ resource_server_identifier, permission_name }] });
});

// S0.L26.1, S3.L13.1
test("gives the role to users who are found as one types, and takes it away", async () => {
  const found = [{ user_id: "auth0|2", name: "Grace Hopper", email: "grace@example.org" }];
  const { user, asked } = await open("members", {
    "GET /api/v2/users": () => found,
    "POST /api/v2/roles/rol_1/users": () => ({}),
    "DELETE /api/v2/users/auth0|1/roles": () => null,
  });
  expect(await screen.findByText("1–1 of 1,200")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Add users" }));
  await write(user, await screen.findByRole("combobox", { name: "Users" }), "grace");
  await user.click(await screen.findByRole("option", { name: /Grace Hopper/ }));
  await user.click(screen.getByRole("button", { name: "Add 1 user" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await sent(asked, "POST")).toEqual({ users: ["auth0|2"] });
  await user.click(screen.getByRole("button", { name: "Take the role from Ada" }));
  await user.click(await screen.findByRole("button", { name: "Take role away" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await sent(asked, "DELETE")).toEqual({ roles: ["rol_1"] });
});

test("sends only the fields that changed, and asks before they are lost", async () => {
  const { user, asked, router } = await open("settings", { "PATCH /api/v2/roles/rol_1": () => ROLE });
  const description = await screen.findByRole("textbox", { name: "Description" });
  await write(user, description, "Answers");
  void router.navigate({ to: "/roles" });
  await user.click(await screen.findByRole("button", { name: "Keep editing" }));
  expect(router.state.location.pathname).toBe("/roles/rol_1");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Discard changes" })).toBeNull());
  expect(await sent(asked, "PATCH")).toEqual({ description: "Answers" });
});

test("says how many lose a role before it is deleted, and wants its name typed", async () => {
  const { user, asked, router } = await open("settings", { "DELETE /api/v2/roles/rol_1": () => ({}) });
  await user.click(await screen.findByRole("button", { name: "Delete role" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("1,200 users have this role and lose it.")).toBeDefined();
  const button = dialog.getByRole("button", { name: "Delete role" });
  expect(button).toHaveProperty("disabled", true);
  await write(user, dialog.getByRole("textbox"), "Support");
  await user.click(button);
  await waitFor(() => expect(router.state.location.pathname).toBe("/roles"));
  expect(asked.filter((request) => request.method === "DELETE")).toHaveLength(1);
});
