import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { show } from "../../testing/render";
import { Refused, serve } from "../../testing/server";
import { FieldsSection } from "./fields/FieldsSection";
import { MethodsSection } from "./methods/MethodsSection";
import { askedAtSignUp } from "./methods/options";
import { RegistrationSection } from "./methods/RegistrationSection";
import { BlocksSection } from "./security/BlocksSection";
import { BruteForceForm } from "./security/BruteForceForm";
import { SessionsSection } from "./SessionsSection";
import { VerificationSection } from "./VerificationSection";

const SCOPES = ["attack_protection", "tenant_settings", "connections", "prompts", "users", "roles"]
  .flatMap((what) => [`read:${what}`, `update:${what}`])
  .concat("read:anomaly_blocks", "delete:anomaly_blocks");
const TENANT = { verified_email_required: false, session_lifetime: 720, idle_session_lifetime: 72 };
const BRUTE_FORCE = { enabled: true, shields: ["block"], max_attempts: 5, lock_minutes: 15, allowlist: [] };
const BRUTE_FORCE_PATH = "/api/v2/attack-protection/brute-force-protection";
const CONNECTION = {
  id: "con_1",
  enabled: true,
  options: { disable_signup: true, password_complexity_options: { min_length: 12 }, attributes: { email: {} } },
};

/** What was sent by the last change. */
async function sent(asked: Request[]): Promise<unknown> {
  return asked.findLast((request) => request.method === "PATCH")?.json();
}

describe("settings", () => {
  // S4.L03.6
  test("send only what changed, and the bar comes and goes with it", async () => {
    const { asked } = serve({
      [`GET ${BRUTE_FORCE_PATH}`]: () => BRUTE_FORCE,
      [`PATCH ${BRUTE_FORCE_PATH}`]: () => ({ ...BRUTE_FORCE, max_attempts: 7 }),
    });
    const { user } = await show(<BruteForceForm />, { scopes: SCOPES });
    const attempts = await screen.findByLabelText("Wrong passwords in a row");
    expect(screen.queryByText("You have unsaved changes")).toBeNull();
    await user.clear(attempts);
    await user.type(attempts, "7");
    expect(screen.getByText("You have unsaved changes")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Saved")).toBeDefined();
    expect(await sent(asked)).toEqual({ max_attempts: 7 });
    await waitFor(() => expect(screen.queryByText("You have unsaved changes")).toBeNull());
  });

  test("show a refusal at the field that it names, also of an entry of a list", async () => {
    const message = "must be an address or a network";
    serve({
      [`GET ${BRUTE_FORCE_PATH}`]: () => BRUTE_FORCE,
      [`PATCH ${BRUTE_FORCE_PATH}`]: () =>
        new Refused(400, { statusCode: 400, errorCode: "invalid_body", field: "allowlist.0", message }),
    });
    const { user } = await show(<BruteForceForm />, { scopes: SCOPES });
    const field = await screen.findByLabelText("Trusted addresses");
    await user.type(field, "home");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Must be an address or a network")).toBeDefined();
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field);
  });

  test("cannot be changed by whoever may only read them", async () => {
    serve({ [`GET ${BRUTE_FORCE_PATH}`]: () => BRUTE_FORCE });
    await show(<BruteForceForm />, { scopes: ["read:attack_protection"] });
    expect((await screen.findByLabelText("Wrong passwords in a row")).closest("fieldset")?.disabled).toBe(true);
  });

  // S4.L03.2
  test("of sign-in methods leave all other options of the connection as they are", async () => {
    const { asked } = serve({
      "GET /api/v2/connections": () => [CONNECTION],
      "PATCH /api/v2/connections/con_1": () => CONNECTION,
    });
    const { user } = await show(<MethodsSection />, { scopes: SCOPES });
    await user.click(await screen.findByLabelText("Phone number"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Saved");
    const attributes = { email: {}, phone_number: { identifier: { active: false } } };
    expect(await sent(asked)).toEqual({ options: { ...CONNECTION.options, attributes } });
  });

  // S4.L03.3
  test("of registration open it and say what is asked for", async () => {
    const { asked } = serve({
      "GET /api/v2/connections": () => [CONNECTION],
      "PATCH /api/v2/connections/con_1": () => CONNECTION,
    });
    const { user } = await show(<RegistrationSection />, { scopes: SCOPES });
    await user.click(await screen.findByLabelText("People may sign up"));
    await user.click(screen.getAllByLabelText("Optional")[1] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Saved");
    expect(await sent(asked)).toMatchObject({
      options: { disable_signup: false, attributes: { email: {}, username: { signup: { status: "optional" } } } },
    });
  });

  // S4.L03.4
  test("of verification switch it for the whole tenant", async () => {
    const { asked } = serve({
      "GET /api/v2/tenants/settings": () => TENANT,
      "PATCH /api/v2/tenants/settings": () => ({ ...TENANT, verified_email_required: true }),
    });
    const { user } = await show(<VerificationSection />, { scopes: SCOPES });
    await user.click(await screen.findByLabelText("Only with a confirmed address"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Saved");
    expect(await sent(asked)).toEqual({ verified_email_required: true });
  });

  test("of sessions go back to their default where nothing is left in the field", async () => {
    const { asked } = serve({
      "GET /api/v2/tenants/settings": () => TENANT,
      "PATCH /api/v2/tenants/settings": () => TENANT,
    });
    const { user } = await show(<SessionsSection />, { scopes: SCOPES });
    await user.clear(await screen.findByLabelText("Without use"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Saved");
    expect(await sent(asked)).toEqual({ idle_session_lifetime: null });
  });
});

// S0.L23.20
test("a profile field's label is saved when it is left, its switches at once, and a refusal is told", async () => {
  const field = { name: "nickname", label: "Nickname", type: "text", unique: false };
  const flags = { editable_by_user: true, visible_in_console: true, visible_in_personal_center: true };
  const { asked } = serve({
    "GET /api/v2/user-fields": () => [{ ...field, ...flags }],
    "PATCH /api/v2/user-fields/nickname": async (request) => {
      const body = (await request.clone().json()) as { label?: string };
      return body.label ? field : new Refused(400, { statusCode: 400, errorCode: "invalid_body", message: "not so" });
    },
  });
  const { user } = await show(<FieldsSection />, { scopes: SCOPES });
  const label = await screen.findByLabelText("Label of nickname");
  await user.clear(label);
  await user.type(label, "Pet name{Enter}");
  await waitFor(async () =>
    expect(await sent([...asked].map((request) => request.clone()))).toEqual({ label: "Pet name" }),
  );
  await user.click(screen.getByLabelText("User changes it: Nickname"));
  expect(await screen.findByText("not so")).toBeDefined();
  expect(await sent(asked)).toEqual({ editable_by_user: false });
});

test("a blocked address is found and let in again", async () => {
  let isBlocked = true;
  const path = "/api/v2/anomaly/blocks/ips/192.0.2.7";
  serve({
    [`GET ${path}`]: () => (isBlocked ? {} : undefined),
    [`DELETE ${path}`]: () => {
      isBlocked = false;
      return null;
    },
  });
  const { user } = await show(<BlocksSection />, { scopes: SCOPES });
  await user.type(screen.getByLabelText("IP address"), "192.0.2.7{Enter}");
  expect(await screen.findByText("192.0.2.7 is blocked")).toBeDefined();
  await user.click(screen.getByText("Let it in again"));
  expect(await screen.findByText("192.0.2.7 is not blocked")).toBeDefined();
});

test("a locked identifier is found, whoever has it, and its lock is lifted", async () => {
  let isLocked = true;
  const { asked } = serve({
    "GET /api/v2/user-blocks": () => ({ blocked_for: isLocked ? [{ identifier: "ada+1@example.com" }] : [] }),
    "DELETE /api/v2/user-blocks": () => {
      isLocked = false;
      return null;
    },
  });
  const { user } = await show(<BlocksSection />, { scopes: SCOPES });
  await user.type(screen.getByLabelText("E-mail, username or phone number"), "ada+1@example.com{Enter}");
  expect(await screen.findByText("ada+1@example.com is locked")).toBeDefined();
  await user.click(screen.getByText("Lift the lock"));
  expect(await screen.findByText("ada+1@example.com is not locked")).toBeDefined();
  const told = asked.map(({ url }) => new URL(url).searchParams.get("identifier"));
  expect(new Set(told)).toEqual(new Set(["ada+1@example.com"]));
});

test("what sign-up asks for is read as the server understands the options", () => {
  expect(askedAtSignUp({}, "email")).toBe("required");
  expect(askedAtSignUp({}, "username")).toBe("inactive");
  expect(askedAtSignUp({ requires_username: true }, "username")).toBe("required");
  expect(askedAtSignUp({ attributes: { phone_number: { profile_required: true } } }, "phone_number")).toBe("required");
  expect(askedAtSignUp({ attributes: { email: { signup: { status: "optional" } } } }, "email")).toBe("optional");
});
