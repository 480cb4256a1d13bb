import { expect, test } from "vitest";
import { columnAt, entryOf, faultOf, keepRest, LEFT_OUT, mappingOf, type Column, type Columns } from "./columns";
import { guess, guessAll } from "./guess";

const at = (target: string, path = "", kind: Column["kind"] = "text"): Column => ({ target, path, kind });
const line = (...cells: string[]) => ({ cells, unclosed: false });

// S4.L09.2 S4.L09.3 S4.L09.5 S4.L09.6 S4.L09.7 S4.L09.8 S4.L09.9
test.each([
  ["username", "username"],
  ["Login", "username"],
  ["displayName", "name"],
  ["E-Mail Address", "email"],
  ["邮箱", "email"],
  ["Mobile", "phone_number"],
  ["手机号", "phone_number"],
  ["Language", "locale"],
  ["Time zone", "zoneinfo"],
  ["preferences", "preferences"],
  ["Given Name", "given_name"],
  ["firstName", "given_name"],
  ["Enabled", "!blocked"],
  ["Shoe size", ""],
  // As people type them they have no place anywhere.
  ["Password", ""],
])("the column %j is guessed to be %j", (name, target) => {
  expect(guess(name).target).toBe(target);
});

test("a place in free metadata is taken from the column's own name", () => {
  expect(guess("user_metadata.shoe.size")).toEqual(at("user_metadata.", "shoe.size"));
});

test("of two columns that seem to be the same the second is left out", () => {
  expect(guessAll(["Mail", "E-mail address", "Other"])).toEqual({
    Mail: at("email"),
    "E-mail address": LEFT_OUT,
    Other: LEFT_OUT,
  });
});

test("the mapping says every column, and leaves out by an empty text", () => {
  const columns = { Mail: at("email"), Size: at("user_metadata.", "shoe.size", "number"), Rest: LEFT_OUT };
  expect(mappingOf(columns)).toEqual({ Mail: "email", Size: "user_metadata.shoe.size:number", Rest: "" });
});

test("two columns of the same place, and a place without a name, are faults", () => {
  const columns: Columns = {
    a: at("blocked"),
    b: at("!blocked"),
    c: at("user_metadata.", "x."),
    d: LEFT_OUT,
    e: LEFT_OUT,
  };
  expect(Object.keys(columns).map((name) => faultOf(columns, name))).toEqual([
    "twice",
    "twice",
    "nameless",
    undefined,
    undefined,
  ]);
});

test("the rest is kept as user metadata, but for passwords", () => {
  expect(keepRest({ Mail: at("email"), "Staff no.": LEFT_OUT, Password: LEFT_OUT })).toEqual({
    Mail: at("email"),
    "Staff no.": columnAt("Staff no.", "user_metadata."),
    Password: LEFT_OUT,
  });
  expect(columnAt("Staff no.", "user_metadata.").path).toBe("Staff_no");
});

test("a line becomes an entry as the server reads it", () => {
  const columns: Columns = {
    Mail: at("email"),
    Enabled: at("!blocked"),
    Size: at("user_metadata.", "shoe.size", "number"),
    City: at("address.city"),
    Tags: at("app_metadata.", "tags", "json"),
    Rest: LEFT_OUT,
  };
  const header = Object.keys(columns);
  expect(entryOf(header, line("a@example.com", "no", "42", "'=Berlin", '["x"]', "gone"), columns)).toEqual({
    said: {
      email: "a@example.com",
      blocked: true,
      user_metadata: { shoe: { size: 42 } },
      address: { city: "=Berlin" },
      app_metadata: { tags: ["x"] },
    },
  });
  expect(entryOf(header, line("a@example.com", "", ""), columns)).toEqual({ said: { email: "a@example.com" } });
});

test("a cell that is not what its column is, and a line too long, are told", () => {
  const columns = { On: at("blocked"), Size: at("user_metadata.", "s", "number"), Own: at("preferences") };
  const header = Object.keys(columns);
  expect(entryOf(header, line("maybe"), columns)).toEqual({ wrong: "notFlag", about: "On" });
  expect(entryOf(header, line("", "large"), columns)).toEqual({ wrong: "notNumber", about: "Size" });
  expect(entryOf(header, line("", "", "{"), columns)).toEqual({ wrong: "notJsonCell", about: "Own" });
  expect(entryOf(header, line("", "", "", "x"), columns)).toEqual({ wrong: "tooManyCells" });
  expect(entryOf(header, { cells: ["x"], unclosed: true }, columns)).toEqual({ wrong: "unclosed" });
});
