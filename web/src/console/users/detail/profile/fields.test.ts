import { expect, test } from "vitest";
import { changesOf, contested, formOf, rebased, requestsOf } from "./fields";

const ada = formOf({
  name: "Ada",
  email: "ada@example.com",
  email_verified: true,
  address: { country: "GB", locality: "London" },
  picture: "https://s.gravatar.com/avatar/0123?s=480&r=pg&d=mp",
});

test("only what changed is sent, and what was emptied is removed", () => {
  expect(changesOf(ada, ada)).toEqual({});
  expect(changesOf(ada, { ...ada, nickname: " Countess ", name: "" })).toEqual({ nickname: "Countess", name: null });
});

test("of the address only the parts that changed are sent", () => {
  expect(changesOf(ada, { ...ada, address_country: "", address_postal_code: "W1" })).toEqual({
    address: { country: null, postal_code: "W1" },
  });
});

test("a new e-mail address says whether it is verified, as the form shows it", () => {
  expect(changesOf(ada, { ...ada, email: "ada@new.example" })).toEqual({
    email: "ada@new.example",
    email_verified: true,
  });
  expect(changesOf(ada, { ...ada, email: "", email_verified: false })).toEqual({ email: null });
});

test("the picture that stands in for none is no value", () => {
  expect(ada.picture).toBe("");
});

test("a username goes by itself where an address changes too", () => {
  expect(requestsOf({ email: "a@b.example", email_verified: false, username: "ada" })).toEqual([
    { email: "a@b.example", email_verified: false },
    { username: "ada" },
  ]);
  expect(requestsOf({ name: "A", username: "ada" })).toEqual([{ name: "A", username: "ada" }]);
  expect(requestsOf({ name: "A" })).toEqual([{ name: "A" }]);
});

// S4.L10.17
test("what was changed here is kept on a newer version, and what both changed is contested", () => {
  const here = { ...ada, nickname: "Countess", company: "Analytical Engines" };
  const there = { ...ada, company: "Byron & Co", gender: "female" };
  expect(rebased(ada, here, there)).toEqual({ ...here, gender: "female" });
  expect(contested(ada, here, there)).toEqual(["company"]);
  expect(contested(ada, here, { ...ada, company: "Analytical Engines" })).toEqual([]);
});
