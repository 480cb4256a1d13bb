import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADA, changesAmong, fill, showUser, tagged } from "../testing";

async function ask(user: UserEvent, action: string) {
  await user.click(screen.getByRole("button", { name: "Actions" }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
  return screen.findByRole("dialog");
}

// S4.L11.1 S4.L11.8 S4.L22.1 S4.L22.4 S2.L24.1
test("suspending names the user, says what it does, reminds of who asks, and sends the reason", async () => {
  const { user, asked } = await showUser({
    "PATCH /api/v2/users/auth0|ada/status": () => tagged({ ...ADA, status: "suspended", blocked: true }, 2),
  });
  const dialog = await ask(user, "Suspend");
  expect(dialog.textContent).toContain("Suspend Ada Lovelace");
  expect(dialog.textContent).toContain("every sign-in is refused");
  expect(dialog.textContent).toContain("First make sure who is asking");
  await fill(user, "Reason", "Suspected exposure");
  await user.click(within(dialog).getByRole("button", { name: "Suspend" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await changesAmong(asked)).toEqual([
    { body: { status: "suspended", reason: "Suspected exposure", notify: true }, version: null },
  ]);
});

// S2.L26.1 S4.L11.8
test("deleting waits for the typed address, warns that it cannot be undone, and leads back to the directory", async () => {
  const { user, asked, router } = await showUser({ "DELETE /api/v2/users/auth0|ada": () => null });
  const dialog = await ask(user, "Delete");
  expect(dialog.textContent).toContain("This cannot be undone.");
  const button = within(dialog).getByRole("button", { name: "Delete for good" });
  await fill(user, "Type ada@example.com to confirm", "ada@example.co");
  expect(button).toHaveProperty("disabled", true);
  await user.type(within(dialog).getByRole("textbox"), "m");
  await user.click(button);
  await waitFor(() => expect(router.state.location.pathname).toBe("/users"));
  expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
});

test("whoever only wants somebody kept out is led from deleting to suspending", async () => {
  const { user } = await showUser();
  const dialog = await ask(user, "Delete");
  await user.click(within(dialog).getByRole("button", { name: "Suspend instead" }));
  expect((await screen.findByRole("dialog")).textContent).toContain("Suspend Ada Lovelace");
});

// S3.L11.4 S4.L19.1
test("a generated password is set, must be changed, and is shown once", async () => {
  const { user, asked } = await showUser({ "PATCH /api/v2/users/auth0|ada": () => tagged(ADA, 2) });
  const dialog = await ask(user, "Reset password");
  await user.click(within(dialog).getByRole("button", { name: "Reset password" }));
  await screen.findByText("New password of Ada Lovelace");
  const [change] = await changesAmong(asked);
  const { password, ...rest } = (change ?? { body: {} }).body as { password: string };
  expect(rest).toEqual({ reset_password_on_next_login: true, notify: true });
  expect(screen.getByText(password)).toBeDefined();
  await user.click(screen.getByText("Close"));
  await waitFor(() => expect(screen.queryByText(password)).toBeNull());
});

// S4.L04.6 S4.L10.6
test("an administrator cannot grant the super administrator role", async () => {
  const { user, asked } = await showUser({ "PATCH /api/v2/users/auth0|ada": () => tagged(ADA, 2) });
  const dialog = await ask(user, "Change platform role");
  expect(within(dialog).getByLabelText("Super administrator")).toHaveProperty("disabled", true);
  await user.click(within(dialog).getByLabelText("Administrator"));
  await user.click(within(dialog).getByRole("button", { name: "Change platform role" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await changesAmong(asked)).toEqual([{ body: { platform_role: "admin" }, version: null }]);
});

// S4.L04.10
test("of the own account the menu says why its status and existence are not for oneself to change", async () => {
  const { user } = await showUser({}, { ...ADA, user_id: "auth0|me" });
  await user.click(screen.getByRole("button", { name: "Actions" }));
  const item = await screen.findByRole("menuitem", { name: /Suspend/ });
  expect(item.textContent).toContain("for another administrator to do");
  await user.click(item);
  expect(screen.queryByRole("dialog")).toBeNull();
});

const NOTICE = { name: "Tell the user by e-mail" };

// S4.L22.2
test("the user is told of a revocation unless the administrator says otherwise", async () => {
  const { user, asked } = await showUser({ "POST /api/v2/users/auth0|ada/revoke-access": () => null }, ADA, [
    "delete:sessions",
    "delete:refresh_tokens",
  ]);
  for (const told of [true, false]) {
    const dialog = await ask(user, "Revoke sessions");
    if (!told) await user.click(within(dialog).getByRole("checkbox", NOTICE));
    await user.click(within(dialog).getByRole("button", { name: "Revoke sessions" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
  const bodies = asked.filter(({ method }) => method === "POST").map((request) => request.clone().json());
  expect(await Promise.all(bodies)).toEqual([
    { preserve_refresh_tokens: false, notify: true },
    { preserve_refresh_tokens: false },
  ]);
});

// S4.L22.2
test("an address that is not proven is written to only if the administrator says so", async () => {
  const { user, asked } = await showUser(
    { "PATCH /api/v2/users/auth0|ada/status": () => tagged(ADA, 2) },
    { ...ADA, email_verified: false },
  );
  const dialog = await ask(user, "Suspend");
  const notice = within(dialog).getByRole("checkbox", NOTICE);
  expect(notice).toHaveProperty("checked", false);
  await user.click(notice);
  await user.click(within(dialog).getByRole("button", { name: "Suspend" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await changesAmong(asked)).toEqual([{ body: { status: "suspended", notify: true }, version: null }]);
});

test("who has no address cannot be told, and nothing is asked of it", async () => {
  const { email: _, ...nameless } = ADA;
  const { user } = await showUser({}, { ...nameless, username: "ada" });
  const dialog = await ask(user, "Reset password");
  expect(within(dialog).queryByRole("checkbox", NOTICE)).toBeNull();
  expect(within(dialog).getAllByRole("checkbox")).toHaveLength(1);
});
