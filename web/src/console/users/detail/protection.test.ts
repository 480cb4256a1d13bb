import { expect, test } from "vitest";
import { protectionOf, type Act } from "./protection";

const ACTS: Act[] = ["edit", "status", "password", "role", "delete", "access"];
const administrator = { id: "auth0|a", platformRole: "admin" };
const superior = { id: "auth0|s", platformRole: "super_admin" };

function refused(self: typeof administrator, id: string, role: "user" | "admin" | "super_admin"): Act[] {
  return ACTS.filter((act) => protectionOf(self, { user_id: id, platform_role: role }, act));
}

// S4.L04.5
test("an administrator touches nothing of a super administrator", () => {
  expect(refused(administrator, "auth0|s", "super_admin")).toEqual(ACTS);
  expect(refused(administrator, "auth0|b", "admin")).toEqual([]);
});

// S4.L04.7
test("a super administrator's status, password and account want a demotion first", () => {
  expect(refused(superior, "auth0|t", "super_admin")).toEqual(["status", "password", "delete"]);
});

// S4.L04.10
test("nobody changes the own status, role or account, and everybody ends the own access", () => {
  expect(refused(administrator, "auth0|a", "admin")).toEqual(["status", "role", "delete"]);
  expect(refused(superior, "auth0|s", "super_admin")).toEqual(["status", "password", "role", "delete"]);
});
