import { useRouterState } from "@tanstack/react-router";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { write } from "../../testing/write";
import { show } from "../../testing/render";
import { Refused, serve, type Answer } from "../../testing/server";
import { ApplicationPage } from "./ApplicationPage";
import { CreateApplicationPage } from "./CreateApplicationPage";

const SHOP = {
  client_id: "shop",
  name: "Shop",
  app_type: "regular_web",
  token_endpoint_auth_method: "client_secret_post",
  grant_types: ["authorization_code", "refresh_token"],
  callbacks: ["https://shop.example/callback"],
  is_first_party: true,
  jwt_configuration: { lifetime_in_seconds: 36000, alg: "RS256" },
  refresh_token: { rotation_type: "rotating", leeway: 0, token_lifetime: 2592000, idle_token_lifetime: 1296000 },
  global: false,
};
const SECRET = "s3cret-s3cret-s3cret-s3cret-s3cret";
const SCOPES = [
  ...["read", "create", "update", "delete"].map((verb) => `${verb}:clients`),
  "update:client_keys",
  "read:client_grants",
  "read:resource_servers",
  "read:users",
  "read:sessions",
  "delete:sessions",
  "delete:refresh_tokens",
];

/** The pages of the room by their addresses, as the router would show them. */
function Room() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (path === "/applications/new") return <CreateApplicationPage />;
  return path === "/applications/shop" ? <ApplicationPage clientId="shop" /> : <p>Elsewhere</p>;
}

async function open(at: string, more: Record<string, Answer> = {}, client: object = SHOP) {
  const { asked } = serve({ "GET /api/v2/clients/shop": () => client, ...more });
  return { asked, ...(await show(<Room />, { at, scopes: SCOPES })) };
}

test("never asks for the secret of an application", async () => {
  const { asked } = await open("/applications/shop");
  await screen.findByRole("heading", { level: 1, name: "Shop" });
  const query = new URL(asked[0]?.url ?? "").searchParams;
  expect([query.get("fields"), query.get("include_fields")]).toEqual(["client_secret", "false"]);
});

test("shows a new application's secret in its quick start, and never again once it was left", async () => {
  const made = { ...SHOP, client_secret: SECRET };
  const { user, router, asked } = await open("/applications/new", { "POST /api/v2/clients": () => made });
  await user.click(await screen.findByRole("radio", { name: /Regular web application/ }));
  await write(user, screen.getByRole("textbox", { name: /^Name/ }), "Shop");
  await write(user, screen.getByRole("textbox", { name: "Callback addresses" }), "https://shop.example/callback");
  await user.click(screen.getByRole("button", { name: "Create application" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/applications/shop"));
  expect((await screen.findAllByText(SECRET)).length).toBeGreaterThan(0);
  expect(document.body.textContent).toContain(`"${SECRET}",`);
  expect(await asked.find((request) => request.method === "POST")?.json()).toEqual({
    app_type: "regular_web",
    name: "Shop",
    callbacks: ["https://shop.example/callback"],
  });
  await router.navigate({ to: "/roles" });
  await screen.findByText("Elsewhere");
  await router.navigate({ to: "/applications/shop" });
  await screen.findByRole("heading", { level: 1, name: "Shop" });
  expect(document.body.textContent).not.toContain(SECRET);
  expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state])).not.toContain(SECRET);
});

test("rotates the secret once the name was typed, and shows the new one until it is put away", async () => {
  const { user } = await open("/applications/shop?tab=secret", {
    "POST /api/v2/clients/shop/rotate-secret": () => ({ ...SHOP, client_secret: SECRET }),
  });
  await user.click(await screen.findByRole("button", { name: "Rotate secret" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("The old secret is refused, wherever it is still in use.")).toBeDefined();
  await write(user, dialog.getByRole("textbox"), "Shop");
  await user.click(dialog.getByRole("button", { name: "Rotate secret" }));
  expect(await screen.findByText(SECRET)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByText(SECRET)).toBeNull());
});

test("sends what changed of the settings, objects as a whole, and names the line that is refused", async () => {
  let tries = 0;
  const { user, asked } = await open("/applications/shop?tab=settings", {
    "PATCH /api/v2/clients/shop": () => {
      tries += 1;
      const refusal = {
        statusCode: 400,
        errorCode: "invalid_body",
        message: "Payload validation error: 'must be https' on property callbacks[1].",
        field: "callbacks[1]",
      };
      return tries === 1 ? new Refused(400, refusal) : SHOP;
    },
  });
  const callbacks = await screen.findByLabelText("Callback addresses");
  await write(user, callbacks, "\nhttp://shop.example/other");
  await user.click(screen.getByText("Rotate refresh tokens"));
  await user.click(screen.getByText("Save").closest("button") as HTMLElement);
  expect(await screen.findByText("Line 2: Must be https")).toBeDefined();
  await user.clear(callbacks);
  await write(user, callbacks, "https://shop.example/other");
  await user.click(screen.getByText("Save").closest("button") as HTMLElement);
  await waitFor(() => expect(screen.queryByText("Discard changes")).toBeNull());
  expect(await asked.findLast((request) => request.method === "PATCH")?.json()).toEqual({
    callbacks: ["https://shop.example/other"],
    refresh_token: { ...SHOP.refresh_token, rotation_type: "non-rotating", expiration_type: "expiring" },
  });
});

// S0.L31.1, S0.L31.2, S0.L31.3
test("shows who is signed in, and takes them offline from this application or from all", async () => {
  const session = {
    id: "sess_1",
    user_id: "auth0|1",
    authenticated_at: "2026-01-01T10:00:00.000Z",
    last_interacted_at: "2026-01-01T11:00:00.000Z",
    device: { browser: "Firefox 140", device: "Computer, Linux", last_ip: "203.0.113.9" },
    clients: [],
    user: { user_id: "auth0|1", name: "Ada", last_login: "2026-01-02T10:00:00.000Z" },
  };
  const { user, asked } = await open("/applications/shop?tab=users", {
    "GET /api/v2/clients/shop/sessions": () => ({ sessions: [session], total: 1 }),
    "POST /api/v2/users/auth0|1/revoke-access": () => null,
    "POST /api/v2/sessions/sess_1/revoke": () => null,
  });
  const row = within((await screen.findByText("Ada")).closest("tr") as HTMLElement);
  expect(row.getByText("Firefox 140")).toBeDefined();
  expect(row.getByText("Jan 2, 2026").getAttribute("datetime")).toBe("2026-01-02T10:00:00.000Z");
  const bodies: string[] = [];
  for (const action of ["End this session", "Take offline from this application", "Take offline everywhere"]) {
    // One after the other, as a person would.
    // oxlint-disable no-await-in-loop
    await user.click(screen.getByLabelText("Actions for Ada"));
    await user.click(await screen.findByText(action));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: action }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const last = asked.findLast((request) => request.method === "POST");
    bodies.push(`${new URL(last?.url ?? "").pathname} ${await last?.clone().text()}`);
    // oxlint-enable no-await-in-loop
  }
  expect(bodies).toEqual([
    "/api/v2/sessions/sess_1/revoke ",
    '/api/v2/users/auth0%7C1/revoke-access {"client_id":"shop"}',
    "/api/v2/users/auth0%7C1/revoke-access {}",
  ]);
});

test("shows the console's own application as it is, with the reason", async () => {
  await open("/applications/shop", {}, { ...SHOP, global: true });
  expect(await screen.findByText("This is the console itself")).toBeDefined();
  expect(screen.getByText("https://shop.example/callback")).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
  for (const name of ["Save", "Delete application"]) expect(screen.queryByRole("button", { name })).toBeNull();
  for (const name of ["Quick start", "Secret"]) expect(screen.queryByRole("tab", { name })).toBeNull();
});
