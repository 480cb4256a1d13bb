import { expect, test } from "vitest";
import { linesOf } from "./Lines";
import { inWords } from "./Seconds";

test("a time is told by its two largest units, in the person's language", () => {
  expect(inWords(36_000, "en")).toBe("10 hours");
  expect(inWords(90_061, "en")).toBe("1 day 1 hour");
  expect(inWords(0, "en")).toBe("");
  expect(inWords(1_296_000, "zh-CN")).toBe("15天");
});

test("a list of addresses is one a line, or parted by commas, without empty ones", () => {
  expect(linesOf(" https://a.example \n\nhttps://b.example, https://c.example,")).toEqual([
    "https://a.example",
    "https://b.example",
    "https://c.example",
  ]);
});
