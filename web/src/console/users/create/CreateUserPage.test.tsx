import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { show } from "../../../testing/render";
import { Refused, serve, type Answer } from "../../../testing/server";
import { fill } from "../detail/testing";
import { CreateUserPage } from "./CreateUserPage";

const SCOPES = ["read:users", "create:users", "create:user_tickets"];

function server(create: Answer, more: Record<string, Answer> = {}) {
  return serve({
    "GET /api/v2/connections": () => ({
      connections: [{ id: "con_1", name: "Users", strategy: "auth0", enabled: true }],
      total: 1,
    }),
    "POST /api/v2/users": create,
    ...more,
  });
}

async function sent(asked: Request[], path: string): Promise<unknown> {
  const request = asked.find(({ method, url }) => method === "POST" && new URL(url).pathname === path);
  return request?.clone().json();
}

// S2.L19.2
test("a taken address and a weak password are told at their fields, with the reason", async () => {
  const answers = [
    new Refused(409, {
      statusCode: 409,
      errorCode: "auth0_idp_error",
      message: "The user already exists.",
      field: "email",
    }),
    new Refused(400, {
      statusCode: 400,
      errorCode: "invalid_password",
      message: "It is too common.",
      field: "password",
    }),
  ];
  server(() => answers.shift());
  const { user } = await show(<CreateUserPage />, { scopes: SCOPES });
  await screen.findByLabelText("E-mail");
  await fill(user, "E-mail", "ada@example.com");
  await user.click(screen.getByLabelText("Type one"));
  await user.click(screen.getByLabelText("Password", { selector: "input[type=password]" }));
  await user.paste("password");
  await user.click(screen.getByRole("button", { name: "Create user" }));
  await waitFor(() => expect(screen.getByLabelText("E-mail").getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByText("The user already exists.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText("E-mail"));
  await user.click(screen.getByRole("button", { name: "Create user" }));
  expect(await screen.findByText("It is too common.")).toBeDefined();
});

// S4.L09.2 S4.L09.3 S0.L24.3 S2.L19.1
test("only what was filled in is sent, and the new user's page opens", async () => {
  const { asked } = server(() => ({ user_id: "auth0|1", name: "Ada", generated_password: "violet-harbour" }));
  const { user, router } = await show(<CreateUserPage />, { scopes: SCOPES, at: "/users/new" });
  await screen.findByLabelText("Username");
  await fill(user, "Username", "ada");
  await fill(user, "Display name", "Ada");
  await user.click(screen.getByRole("button", { name: "Create user" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/users/auth0|1"));
  expect(await sent(asked, "/api/v2/users")).toEqual({
    connection: "Users",
    username: "ada",
    name: "Ada",
    zoneinfo: "UTC",
    generate_password: true,
  });
  const request = asked.find(({ method }) => method === "POST");
  expect(request?.headers.get("idempotency-key")).toMatch(/^[\w-]{20,}$/);
});

test("an invitation needs an address, and makes a link for the new user", async () => {
  const { asked } = server(() => ({ user_id: "auth0|1" }), {
    "POST /api/v2/tickets/password-change": () => ({ ticket: "https://example.com/once" }),
  });
  const { user } = await show(<CreateUserPage />, { scopes: SCOPES });
  await user.click(await screen.findByLabelText("Invite by a link"));
  await user.click(screen.getByRole("button", { name: "Create user" }));
  expect(await screen.findByText("The invitation needs an e-mail address")).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
  await fill(user, "E-mail", "ada@example.com");
  await user.click(screen.getByRole("button", { name: "Create user" }));
  await waitFor(async () => expect(await sent(asked, "/api/v2/tickets/password-change")).toBeDefined());
  expect(await sent(asked, "/api/v2/users")).toMatchObject({ email: "ada@example.com", email_verified: false });
  expect(await sent(asked, "/api/v2/users")).not.toHaveProperty("generate_password");
});

test("a failure that names no field of the form is told all the same", async () => {
  vi.spyOn(console, "error").mockReturnValue(undefined);
  server(
    () => new Refused(400, { statusCode: 400, errorCode: "identifier_missing", message: "One of them is needed." }),
  );
  const { user } = await show(<CreateUserPage />, { scopes: SCOPES });
  await user.click(await screen.findByRole("button", { name: "Create user" }));
  expect((await screen.findByRole("alert")).textContent).toContain("One of them is needed.");
});
