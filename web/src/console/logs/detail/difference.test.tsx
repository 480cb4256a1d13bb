import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { serve } from "../../../testing/server";
import { show } from "../../../testing/render";
import { ADA, anEvent, GRACE, SHOP } from "../testEvents";
import { differencesOf, listDifference } from "./difference";
import { EventDetail } from "./EventDetail";

test("of objects only the members that differ are told, at any depth", () => {
  const from = { theme: "light", seats: 3, notify: { mail: true, sms: false } };
  const to = { theme: "dark", seats: 3, notify: { mail: true, sms: true }, city: "Paris" };
  expect(differencesOf([{ field: "user_metadata", from, to }])).toEqual([
    { path: ["user_metadata", "theme"], from: "light", to: "dark" },
    { path: ["user_metadata", "notify", "sms"], from: false, to: true },
    { path: ["user_metadata", "city"], from: undefined, to: "Paris" },
  ]);
});

test("an object that came or went is told by its members", () => {
  expect(differencesOf([{ field: "options", to: { disable_signup: true } }])).toEqual([
    { path: ["options", "disable_signup"], from: undefined, to: true },
  ]);
});

test("lists are told apart by their members", () => {
  expect(listDifference(["a", "b", { c: 1 }], ["b", { c: 1 }, "d"])).toEqual({
    gone: ["a"],
    kept: ["b", { c: 1 }],
    added: ["d"],
  });
});

function cellsOf(field: string): (string | null)[] {
  const row = screen.getByRole("rowheader", { name: field }).closest("tr");
  return within(row as HTMLElement)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);
}

// S3.L12.1, S0.L29.1
test("an event tells who, whom, where, why, and before and after in words", async () => {
  serve({ "GET /api/v2/roles/rol_1": () => ({ id: "rol_1", name: "Editor" }) });
  const changes = [
    { field: "status", from: "active", to: "suspended" },
    { field: "email_verified", from: false, to: true },
    { field: "roles", from: [], to: ["rol_1"] },
    { field: "nickname", from: "Grace" },
  ];
  const details = {
    kind: "user.status_changed",
    actor: ADA,
    target: GRACE,
    reason: "Spam",
    browser: "Chrome 142",
    changes,
  };
  await show(<EventDetail event={anEvent(details, { ...SHOP, ip: "192.0.2.7" })} />);
  expect(screen.getByRole("link", { name: "Ada Lovelace" }).getAttribute("href")).toContain("/users/auth0|ada");
  expect(screen.getByRole("link", { name: "Shop" }).getAttribute("href")).toContain("/applications/shop");
  for (const text of ["Spam", "192.0.2.7", "Chrome 142"]) expect(screen.getByText(text)).toBeDefined();
  expect(cellsOf("Status")).toEqual(["Active", "Suspended"]);
  expect(cellsOf("E-mail verified")).toEqual(["No", "Yes"]);
  expect(cellsOf("Nickname")).toEqual(["Grace", "nothing"]);
  expect(await screen.findByRole("link", { name: "Editor" })).toBeDefined();
});
