import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refused } from "../../../../testing/server";
import { ADA, changesAmong, fill, showUser, tagged } from "../testing";

const PATH = "PATCH /api/v2/users/auth0|ada";

// S4.L10.9 S0.L25.1
test("saving sends only what changed, on the version that was read", async () => {
  const { user, asked } = await showUser({ [PATH]: () => tagged({ ...ADA, nickname: "Countess" }, 2) });
  await fill(user, "Nickname", "Countess");
  await user.clear(screen.getByLabelText("Company"));
  expect(screen.getByText("2 changes not saved yet")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeDefined();
  expect(await changesAmong(asked)).toEqual([{ body: { nickname: "Countess", company: null }, version: '"1"' }]);
});

// S4.L10.1–2 S4.L10.4–5
test("the editor has the sections profile, access and region, security, and what the server keeps", async () => {
  await showUser({}, { ...ADA, status_reason: "moving", last_login: "2026-11-20T10:00:00Z", source: "import" });
  const sections = ["Profile", "Sign-in and contact", "Access and region", "Security", "System"];
  for (const name of sections) expect(screen.getByRole("heading", { level: 2, name })).toBeDefined();
  for (const label of ["Language", "Time zone"])
    expect(screen.getByLabelText(label, { selector: "input" })).toBeDefined();
  for (const text of ["Two-factor authentication", "Last active", "Last sign-in"])
    expect(screen.getAllByText(text).length).toBeGreaterThan(0);
  for (const what of ["User ID", "Public ID"])
    expect(screen.getAllByRole("button", { name: new RegExp(what) }).length).toBeGreaterThan(0);
});

// S4.L10.11–12
test("language and time zone are chosen and saved", async () => {
  const { user, asked } = await showUser({ [PATH]: () => tagged({ ...ADA, locale: "de" }, 2) });
  async function choose(label: string, typed: string, choice: string | RegExp) {
    await user.click(screen.getByLabelText(label, { selector: "input" }));
    await user.paste(typed);
    await user.click(await screen.findByRole("option", { name: choice, hidden: true }));
  }
  await choose("Time zone", "Europe/Vienna", /^Europe.Vienna/);
  await choose("Language", "german (de)", "German (de)");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeDefined();
  expect(await changesAmong(asked)).toMatchObject([{ body: { locale: "de", zoneinfo: "Europe/Vienna" } }]);
});

test("a refusal shows at its field, and what was typed stays", async () => {
  const refusal = { statusCode: 409, errorCode: "auth0_idp_error", message: "The address is taken.", field: "email" };
  const { user } = await showUser({ [PATH]: () => new Refused(409, refusal) });
  await fill(user, "E-mail", "grace@example.com");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("The address is taken.")).toBeDefined();
  expect(screen.getByLabelText("E-mail")).toHaveProperty("value", "grace@example.com");
});

test("leaving with changes asks first, and staying keeps them", async () => {
  const { user, router } = await showUser();
  await user.type(screen.getByLabelText("Nickname"), "!");
  await user.click(screen.getByRole("tab", { name: "Metadata" }));
  await user.click(await screen.findByRole("button", { name: "Keep editing" }));
  expect(router.state.location.search).toEqual({});
  expect(screen.getByLabelText("Nickname")).toHaveProperty("value", "ada!");
});

// S4.L10.17
test("who saved meanwhile is told, with what both changed, and mine can be kept", async () => {
  const theirs = { ...ADA, company: "Byron & Co", gender: "female" };
  let version = 1;
  const { user, asked } = await showUser(
    {
      "GET /api/v2/users/auth0|ada": () => tagged(version === 1 ? ADA : theirs, version),
      "GET /api/v2/users/auth0|ada/logs": () => ({
        logs: [
          { log_id: "1", date: "2026-11-20T10:00:00Z", details: { kind: "user.updated", actor: { name: "Grace" } } },
        ],
        total: 1,
      }),
      [PATH]: async (request) => {
        if (request.headers.get("if-match") !== `"${version}"`)
          return new Refused(412, { errorCode: "precondition_failed" });
        return tagged({ ...theirs, ...((await request.json()) as object) }, ++version);
      },
    },
    ADA,
    ["read:users", "update:users", "read:logs"],
  );
  await fill(user, "Company", "Engines Ltd");
  version = 2;
  await user.click(screen.getByRole("button", { name: "Save" }));
  const notice = await screen.findByRole("alert");
  expect(notice.textContent).toContain("Grace saved another version");
  expect(notice.textContent).toContain("Company: there “Byron & Co”, here “Engines Ltd”");
  await user.click(within(notice).getByRole("button", { name: "Keep my changes and save" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect((await changesAmong(asked)).at(-1)).toEqual({ body: { company: "Engines Ltd" }, version: '"2"' });
  expect(screen.getByLabelText("Gender", { selector: "input" })).toHaveProperty("value", "Female");
});

// S4.L04.5
test("a super administrator is read-only for an administrator, and the page says why", async () => {
  await showUser({}, { ...ADA, platform_role: "super_admin" });
  expect(screen.getAllByText("Only a super administrator can change a super administrator.").length).toBeGreaterThan(0);
  expect(screen.getByLabelText("Nickname")).toHaveProperty("readOnly", true);
  expect(screen.queryByRole("button", { name: "Change Status" })).toBeNull();
});
