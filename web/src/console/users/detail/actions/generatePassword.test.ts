import { expect, test } from "vitest";
import { generatePassword } from "./generatePassword";

test("generated passwords are long, mixed, easy to read out, and never the same", () => {
  const made = new Set(Array.from({ length: 200 }, generatePassword));
  expect(made.size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}$/);
    expect(password).not.toMatch(/[lIO01o]/);
    expect(password).toMatch(/[a-z].*|.*[A-Z].*|.*\d/);
  }
});
