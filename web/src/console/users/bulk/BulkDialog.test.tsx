import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { User } from "../../../api/types";
import { show } from "../../../testing/render";
import { Refused, serve } from "../../../testing/server";
import type { ActionId } from "./actions";
import BulkDialog from "./BulkDialog";

function people(count: number): User[] {
  return Array.from({ length: count }, (_, place) => ({ user_id: `auth0|${place}`, name: `Person ${place}` }));
}

interface Body {
  user_ids: string[];
  action: string;
}

type Outcome = (id: string, call: number) => object;

/** Answers every piece; `outcome` decides for each user. */
function answering(outcome: Outcome = () => ({ outcome: "done" })) {
  const bodies: Body[] = [];
  serve({
    "POST /api/v2/users/bulk-actions": async (request) => {
      const body = (await request.json()) as Body;
      bodies.push(body);
      return { results: body.user_ids.map((id) => ({ user_id: id, ...outcome(id, bodies.length) })) };
    },
    "GET /api/v2/roles": () => [{ id: "rol_1", name: "Editor" }],
  });
  return bodies;
}

async function open(action: ActionId, users: User[]) {
  const drop = vi.fn<(ids: string[]) => void>();
  const onClose = vi.fn<() => void>();
  const shown = await show(<BulkDialog action={action} users={users} drop={drop} onClose={onClose} />);
  return { ...shown, drop, onClose };
}

// S4.L11.8, S4.L13.3, S4.L13.7
test("suspending says what, how many and what it means, and sends the reason", async () => {
  const bodies = answering();
  const { user } = await open("block", people(4));
  const dialog = within(screen.getByRole("dialog", { name: "Suspend 4 users" }));
  expect(dialog.getByText(/signed out everywhere at once/)).toBeDefined();
  expect(dialog.getByText("Person 0, Person 1, Person 2 and 1 more")).toBeDefined();
  await user.type(dialog.getByLabelText("Reason"), "Odd sign-ins");
  await user.click(dialog.getByRole("button", { name: "Suspend 4 users" }));
  expect(await dialog.findByText("4 done")).toBeDefined();
  expect(bodies).toEqual([
    {
      action: "set_status",
      status: "suspended",
      reason: "Odd sign-ins",
      user_ids: ["auth0|0", "auth0|1", "auth0|2", "auth0|3"],
    },
  ]);
});

// S4.L13.6, S4.L14.3
test("deleting wants the number typed", async () => {
  const bodies = answering();
  const { user } = await open("delete", people(2));
  const button = screen.getByRole("button", { name: "Delete 2 users for good" });
  await user.type(screen.getByRole("textbox", { name: "Type 2 to confirm" }), "3{Enter}");
  expect(button).toHaveProperty("disabled", true);
  expect(bodies).toEqual([]);
  await user.type(screen.getByRole("textbox"), "{Backspace}2");
  await user.click(button);
  expect(await screen.findByText("2 done")).toBeDefined();
  expect(bodies.map(({ action }) => action)).toEqual(["delete"]);
});

// S4.L14.3, S4.L14.5
test("deleting recommends suspending or deactivating, on the same selection", async () => {
  const bodies = answering();
  const { user } = await open("delete", people(2));
  await user.click(screen.getByRole("button", { name: "Deactivate instead" }));
  expect(screen.getByRole("dialog", { name: "Deactivate 2 users" })).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Deactivate 2 users" }));
  expect(await screen.findByText("2 done")).toBeDefined();
  expect(bodies).toEqual([{ action: "set_status", status: "deactivated", user_ids: ["auth0|0", "auth0|1"] }]);
});

// S4.L13.8
test("each user's result is told, what failed first with its reason, and it can be tried again", async () => {
  const error = { statusCode: 409, error: "Conflict", errorCode: "super_admin_demote_first", message: "Demote first." };
  const bodies = answering((id, call) => {
    if (id === "auth0|1" && call === 1) return { outcome: "failed", error };
    return { outcome: id === "auth0|2" ? "skipped" : "done" };
  });
  const { user, drop, onClose } = await open("unblock", people(3));
  await user.click(screen.getByRole("button", { name: "Set 3 users active" }));
  await screen.findByText("Finished");
  const rows = screen.getAllByRole("listitem").map((row) => row.textContent);
  expect(rows).toEqual(["Person 1Demote first.Failed", "Person 2Was so already", "Person 0Done"]);
  expect(decodeURIComponent(screen.getByText("Person 1").getAttribute("href") ?? "")).toBe("/users/auth0|1");
  await user.click(screen.getByRole("button", { name: "Try 1 again" }));
  expect(await screen.findByText("2 done")).toBeDefined();
  expect(bodies[1]?.user_ids).toEqual(["auth0|1"]);
  await user.click(screen.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  expect(new Set(drop.mock.calls[0]?.[0])).toEqual(new Set(["auth0|0", "auth0|1", "auth0|2"]));
  expect(onClose).toHaveBeenCalledOnce();
});

test("a piece that nobody answers fails for its users alone, who stay selected", async () => {
  let call = 0;
  serve({
    "POST /api/v2/users/bulk-actions": async (request) => {
      call += 1;
      if (call === 1) return new Refused(503, { statusCode: 503, errorCode: "overloaded", message: "Too busy." });
      const { user_ids: ids } = (await request.json()) as Body;
      return { results: ids.map((id) => ({ user_id: id, outcome: "done" })) };
    },
  });
  const { user, drop } = await open("revokeSessions", people(30));
  await user.click(screen.getByRole("button", { name: "Sign 30 users out" }));
  expect(await screen.findByText("25 failed")).toBeDefined();
  expect(screen.getByText("5 done")).toBeDefined();
  await user.click(screen.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  expect(drop.mock.calls[0]?.[0]).toHaveLength(5);
});

test("progress shows, and stopping leaves the rest undone", async () => {
  let release: (() => void) | undefined;
  const bodies: Body[] = [];
  const { asked } = serve({
    "POST /api/v2/users/bulk-actions": async (request) => {
      const body = (await request.json()) as Body;
      bodies.push(body);
      if (bodies.length === 2) await new Promise<void>((resolve) => (release = resolve));
      return { results: body.user_ids.map((id) => ({ user_id: id, outcome: "done" })) };
    },
  });
  const { user } = await open("unblock", people(60));
  await user.click(screen.getByRole("button", { name: "Set 60 users active" }));
  expect(await screen.findByText("25 of 60")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  release?.();
  expect(await screen.findByText("Stopped: 10 users were not reached")).toBeDefined();
  expect(bodies).toHaveLength(2);
  // S4.L13.10: one batch in the record, however many pieces it has.
  const batches = asked.map(({ headers }) => headers.get("x-correlation-id"));
  expect(batches[0]).toMatch(/^[\w-]{8,64}$/);
  expect(batches[1]).toBe(batches[0]);
  expect(screen.getByText("See in the record").closest("a")?.getAttribute("href")).toBe(`/logs?request=${batches[0]}`);
  expect(screen.getByRole("button", { name: "Try 10 again" })).toBeDefined();
});

// S4.L13.2
test("a platform role must be chosen", async () => {
  const bodies = answering();
  const { user } = await open("platformRole", people(1));
  const button = screen.getByRole("button", { name: "Change role" });
  expect(button).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("radio", { name: "Administrator" }));
  await user.click(button);
  expect(await screen.findByText("1 done")).toBeDefined();
  expect(bodies[0]).toMatchObject({ action: "set_platform_role", platform_role: "admin" });
});

// S4.L13.4
test("a time zone is chosen by typing", async () => {
  const bodies = answering();
  const { user } = await open("timeZone", people(1));
  await user.click(screen.getByRole("combobox"));
  await user.paste("Europe/Vienna");
  await user.click(await screen.findByRole("option", { name: "Europe/Vienna" }));
  await user.click(screen.getByRole("button", { name: "Change time zone" }));
  expect(await screen.findByText("1 done")).toBeDefined();
  expect(bodies[0]).toMatchObject({ action: "set_timezone", zoneinfo: "Europe/Vienna" });
});
