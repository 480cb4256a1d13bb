import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { serve, type Answer } from "../../testing/server";
import { HomePage } from "./HomePage";

const days = Array.from({ length: 30 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 9, 22 + index)).toISOString(),
  logins: index >= 23 ? 10 : 8,
  failures: 1,
  active_users: index === 29 ? 5 : 6,
  created_users: index === 29 ? 3 : 0,
}));

const event = {
  log_id: "log_1",
  date: "2026-11-20T10:00:00.000Z",
  type: "fp",
  description: "Failed Login (Incorrect Password)",
  client_id: "c",
  client_name: "Shop",
  details: {
    kind: "sign_in.wrong_password",
    actor: { kind: "visitor", id: "", name: "" },
    target: { kind: "user", id: "auth0|1", name: "Ada" },
  },
};

function tenant({ users = 10_431, applications = 1 } = {}): Record<string, Answer> {
  return {
    "GET /api/v2/users": () => ({ total: users, users: [] }),
    "GET /api/v2/stats/active-users": () => 8123,
    "GET /api/v2/stats/daily": () => days,
    "GET /api/v2/logs": () => [event],
    "GET /api/v2/clients": () => Array.from({ length: applications }, () => ({ client_id: "c" })),
  };
}

// S4.L01.1
test("tells how many users there are, what came of 30 days, and how that changes in words", async () => {
  serve(tenant());
  await show(<HomePage />);
  expect(await screen.findByText("10,431")).toBeDefined();
  expect(await screen.findByText("8,123")).toBeDefined();
  expect(await screen.findByText("3 new today, 3 more than yesterday")).toBeDefined();
  expect(screen.getByText("5 today, 1 fewer than yesterday")).toBeDefined();
  expect(screen.getByText("70 in 7 days, 14 more than before")).toBeDefined();
  expect(screen.getByText("7 in 7 days, as many as before")).toBeDefined();
  expect(screen.getByRole("slider", { name: "Sign-ins" })).toBeDefined();
  const link = await screen.findByRole("link", { name: /Wrong password for Ada at Shop/ });
  expect(link.getAttribute("href")).toBe("/logs/log_1");
  expect(screen.queryByText("First steps")).toBeNull();
});

test("a tenant without users and applications is led through its first steps", async () => {
  serve(tenant({ users: 1, applications: 0 }));
  await show(<HomePage />);
  expect(await screen.findByRole("heading", { name: "First steps" })).toBeDefined();
  const links = screen.getAllByRole("link", { name: "New application" }).map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/applications/new", "/applications/new"]);
});

test("a step that is done is ticked", async () => {
  serve(tenant({ users: 1, applications: 2 }));
  await show(<HomePage />);
  expect(await screen.findByLabelText("Done")).toBeDefined();
});

test("what one's scopes do not allow is not asked for", async () => {
  const { asked } = serve(tenant());
  await show(<HomePage />, { scopes: ["read:users"] });
  expect(await screen.findByText("10,431")).toBeDefined();
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(["/api/v2/users"]);
  expect(screen.queryByRole("link", { name: "Create user" })).toBeNull();
});
