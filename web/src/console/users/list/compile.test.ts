import { expect, test } from "vitest";
import { condition, queryOf } from "./compile";
import { metadataText, parseMetadata } from "./metadata";
import { readView, writeView, type View } from "./view";

const NOW = new Date(2026, 10, 20, 12);

function compiled(kind: string, value: string): string {
  return condition({ kind, value }, NOW);
}

// S4.L06.6, S4.L06.7
test("each filter becomes a condition", () => {
  expect(compiled("status", "suspended,deactivated")).toBe('status:("suspended" OR "deactivated")');
  expect(compiled("platform_role", "admin")).toBe('platform_role:"admin"');
  expect(compiled("role", "rol_a")).toBe('roles:"rol_a"');
  expect(compiled("connection", "My%2CConnection")).toBe('identities.connection:"My,Connection"');
  expect(compiled("email_verified", "false")).toBe('email_verified:"false"');
  expect(compiled("blocked", "true")).toBe('blocked:"true"');
  expect(compiled("locked", "false")).toBe('locked:"false"');
  expect(compiled("without", "phone_number")).toBe('NOT _exists_:"phone_number"');
  expect(compiled("domain", "@example.com")).toBe('email.domain:"example.com"');
  expect(compiled("last_login", "never")).toBe('NOT _exists_:"last_login"');
  expect(compiled("updated", "7d")).toBe(`updated_at:[${new Date(2026, 10, 13).toISOString()} TO *]`);
  expect(compiled("metadata", "app_metadata.plan^=pro (")).toBe("app_metadata.plan:pro\\ \\(*");
});

test("filters that mean nothing ask for nothing", () => {
  expect(compiled("created", "some time")).toBe("");
  expect(compiled("metadata", "email=x")).toBe("");
});

test("metadata filters come back as they went", () => {
  for (const asked of [
    { path: "user_metadata.city", how: "is", text: "Köln = Cologne^*" },
    { path: "user_metadata.fav color", how: "is", text: "" },
    { path: "app_metadata.plan", how: "begins", text: "=*" },
    { path: "app_metadata.plan", how: "has", text: "" },
  ] as const) {
    expect(parseMetadata(metadataText(asked))).toEqual(asked);
  }
});

// S4.L06.9
test("search and filters hold together; a query of one's own stands alone", () => {
  const view = readView({ search: "ada", status: "active", q: "name:x" });
  expect(queryOf(view)).toBe('"ada" AND status:"active"');
  expect(queryOf({ ...view, advanced: true })).toBe("name:x");
  expect(queryOf(readView({}))).toBe("");
});

test("a view comes back from its address, and the usual one has none", () => {
  const view: View = {
    search: "50% (a)",
    filters: [
      { kind: "status", value: "active" },
      { kind: "metadata", value: "user_metadata.a=1" },
      { kind: "metadata", value: "user_metadata.b=2" },
    ],
    advanced: false,
    q: "",
    sort: { by: "name", descending: false },
    columns: ["email"],
    perPage: 25,
    page: 3,
    cursor: "abc",
  };
  expect(readView(writeView(view))).toEqual(view);
  expect(Object.values(writeView(readView({}))).filter((value) => value !== undefined)).toEqual([]);
});

test("nonsense in the address is as if it were not there", () => {
  const view = readView({ page: "-3", rows: "7", sort: "name:up", from: "x" });
  expect([view.page, view.perPage, view.sort.by]).toEqual([1, 25, "created_at"]);
});
