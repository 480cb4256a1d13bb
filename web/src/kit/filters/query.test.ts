import { expect, test } from "vitest";
import { all, begins, between, escaped, has, hasNot, is, isOneOf, plain, quoted } from "./query";

test("a value in quotes keeps every sign, and only its quotes and backslashes are escaped", () => {
  expect(quoted('50% of_"all" \\ (a OR b)*?:')).toBe('"50% of_\\"all\\" \\\\ (a OR b)*?:"');
  expect(quoted("no\0 end")).toBe('"no end"');
});

test("a word without quotes escapes whatever the language reads", () => {
  expect(escaped('a b*c?(d):e\\f"[g]{h}')).toBe('a\\ b\\*c\\?\\(d\\)\\:e\\\\f\\"\\[g\\]\\{h\\}');
  expect(escaped("李小龍-o'brien_50%")).toBe("李小龍-o'brien_50%");
});

test("fields with odd names are escaped as their values are", () => {
  expect(is("user_metadata.fav color", 'deep "blue"')).toBe('user_metadata.fav\\ color:"deep \\"blue\\""');
  expect(begins("app_metadata.plan", "pro *")).toBe("app_metadata.plan:pro\\ \\**");
  expect(begins("app_metadata.plan", "")).toBe('_exists_:"app_metadata.plan"');
  expect(hasNot("phone_number")).toBe('NOT _exists_:"phone_number"');
});

test("one value is a term, several are a group, none is nothing", () => {
  expect(isOneOf("status", ["active"])).toBe('status:"active"');
  expect(isOneOf("status", ["active", "OR"])).toBe('status:("active" OR "OR")');
  expect(isOneOf("status", [])).toBe("");
});

test("a range of times leaves its end out and may be open at both", () => {
  const [from, before] = [new Date("2026-01-01T00:00Z"), new Date("2026-02-01T00:00Z")];
  expect(between("created_at", { from, before })).toBe(
    "created_at:[2026-01-01T00:00:00.000Z TO 2026-02-01T00:00:00.000Z}",
  );
  expect(between("created_at", { from })).toBe("created_at:[2026-01-01T00:00:00.000Z TO *]");
  expect(between("created_at", { before })).toBe("created_at:[* TO 2026-02-01T00:00:00.000Z}");
  expect(between("created_at", {})).toBe("");
});

test("empty conditions are left out", () => {
  expect(all(["", has("email"), "", "a"])).toBe('_exists_:"email" AND a');
  expect(all([])).toBe("");
});

// S4.L06.5
test("what is typed is looked for word by word and literally", () => {
  expect(plain("  ")).toBe("");
  expect(plain("ada")).toBe('"ada"');
  expect(plain(" ada  lovelace ")).toBe('("ada" AND "lovelace")');
  expect(plain("NOT 50%_*")).toBe('("NOT" AND "50%_*")');
  expect(plain('say "hi"')).toBe('("say" AND "\\"hi\\"")');
  expect(plain(Array.from({ length: 70 }, () => "a").join(" "))).toMatch(/^\("(a ){69}a"\)$|^"(a ){69}a"$/);
});

// S3.L10.4
test("a phone number is found however it is spaced", () => {
  expect(plain("+44 20 7946-0958")).toBe('("+442079460958" OR ("+44" AND "20" AND "7946-0958"))');
  expect(plain("+442079460958")).toBe('"+442079460958"');
  expect(plain("2026")).toBe('"2026"');
});
