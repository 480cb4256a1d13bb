import { expect, test } from "vitest";
import { changeOf, nullsOf } from "./bags";

test("what the editor no longer shows is taken away, and what stayed is not sent", () => {
  const before = { plan: "pro", seats: 3, old: { a: 1 } };
  expect(changeOf("app_metadata", before, { plan: "pro", seats: 4, next: [1] })).toEqual({
    app_metadata: { seats: 4, next: [1], old: null },
  });
});

test("an empty object empties the bag", () => {
  expect(changeOf("user_metadata", { a: 1 }, {})).toEqual({ user_metadata: {} });
});

test("a nested change sends its whole name of the first level", () => {
  expect(changeOf("preferences", { look: { dark: true, dense: true } }, { look: { dark: true } })).toEqual({
    preferences: { look: { dark: true } },
  });
});

test("names set to null are told, for the API keeps none", () => {
  expect(nullsOf({ a: null, b: { c: null } })).toEqual(["a"]);
});
