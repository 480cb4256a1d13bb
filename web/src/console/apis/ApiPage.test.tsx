import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { write } from "../../testing/write";
import { show } from "../../testing/render";
import { Refused, serve, type Answer } from "../../testing/server";
import { ApiPage } from "./ApiPage";

const ORDERS = {
  id: "7",
  name: "Orders",
  identifier: "https://orders.example/",
  scopes: [{ value: "read:orders", description: "See orders" }],
  signing_alg: "RS256",
  token_lifetime: 86400,
  token_lifetime_for_web: 7200,
  allow_offline_access: false,
  skip_consent_for_verifiable_first_party_clients: true,
  enforce_policies: false,
  token_dialect: "rfc9068_profile",
  is_system: false,
};
const SCOPES = ["read", "update", "delete"].map((verb) => `${verb}:resource_servers`);

async function open(tab: string, patch: Answer = () => ORDERS, api: object = ORDERS) {
  const { asked } = serve({ "GET /api/v2/resource-servers/7": () => api, "PATCH /api/v2/resource-servers/7": patch });
  return { asked, ...(await show(<ApiPage apiId="7" />, { at: `/apis/7?tab=${tab}`, scopes: SCOPES })) };
}

async function patched(asked: Request[]): Promise<unknown> {
  return asked.findLast((request) => request.method === "PATCH")?.json();
}

test("adds a scope to those that the API has now, not to those that were shown", async () => {
  const { user, asked } = await open("scopes");
  const value = await screen.findByRole("textbox", { name: /^Scope/ });
  const now = [...ORDERS.scopes, { value: "cancel:orders", description: "" }];
  ORDERS.scopes = now;
  await write(user, value, "write:orders");
  await write(user, screen.getByRole("textbox", { name: "Description" }), "Change orders");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => expect(value).toHaveProperty("value", ""));
  expect(await patched(asked)).toEqual({ scopes: [...now, { value: "write:orders", description: "Change orders" }] });
  ORDERS.scopes = now.slice(0, 1);
});

test("shows a refusal of a scope at the field that was filled in", async () => {
  const message = "Payload validation error: 'must hold no spaces' on property scopes[1].value.";
  const refusal = { statusCode: 400, errorCode: "invalid_body", message, field: "scopes[1].value" };
  const { user } = await open("scopes", () => new Refused(400, refusal));
  const value = await screen.findByRole("textbox", { name: /^Scope/ });
  await write(user, value, "read me");
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("Must hold no spaces")).toBeDefined();
  expect(value.getAttribute("aria-invalid")).toBe("true");
});

test("describes a scope, and removes it once that is confirmed", async () => {
  const { user, asked } = await open("scopes");
  await user.click(await screen.findByRole("button", { name: "Describe read:orders" }));
  const field = within(await screen.findByRole("dialog")).getByRole("textbox");
  await user.clear(field);
  await write(user, field, "Look");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await patched(asked)).toEqual({ scopes: [{ value: "read:orders", description: "Look" }] });
  await user.click(screen.getByRole("button", { name: "Remove read:orders" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await patched(asked)).toEqual({ scopes: [] });
});

// S3.L13.1
test("lets roles decide, and makes one form of token of two choices", async () => {
  const { user, asked } = await open("settings");
  await user.click(await screen.findByRole("switch", { name: /^Enforce roles/ }));
  await user.click(screen.getByRole("switch", { name: /^List permissions in tokens/ }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Discard changes" })).toBeNull());
  expect(await patched(asked)).toEqual({ enforce_policies: true, token_dialect: "rfc9068_profile_authz" });
});

test("shows the Management API as it is, with the reason", async () => {
  await open("settings", undefined, { ...ORDERS, is_system: true });
  expect(await screen.findByText("This is the server's own API")).toBeDefined();
  expect(screen.getByText("RFC 9068 (at+jwt)")).toBeDefined();
  expect(screen.queryByRole("switch")).toBeNull();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Delete API" })).toBeNull();
});
