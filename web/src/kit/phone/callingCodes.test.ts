import { expect, test } from "vitest";
import { CALLING_CODES, join, likelyCode, split } from "./callingCodes";

test("a number comes apart and together again", () => {
  for (const [number, code, rest] of [
    ["+442079460958", "+44", "2079460958"],
    ["+12025550100", "+1", "2025550100"],
    ["+8613912345678", "+86", "13912345678"],
    ["+3531234567", "+353", "1234567"],
  ] as const) {
    expect(split(number)).toEqual({ code, rest });
    expect(join(code, rest)).toBe(number);
  }
});

test("what people write between digits goes, and a whole number stays whole", () => {
  expect(join("+44", "20 7946-0958")).toBe("+442079460958");
  expect(join("+44", "+49 30 123")).toBe("+4930123");
  expect(join("+44", " ")).toBe("");
});

test("no code is the beginning of another one", () => {
  const codes = CALLING_CODES.map(({ code }) => code);
  const doubtful = codes.filter((code) => codes.some((other) => other !== code && other.startsWith(code)));
  expect(doubtful).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

test("the likely code is that of the browser's region", () => {
  expect([likelyCode("zh-CN"), likelyCode("de"), likelyCode("en-GB")]).toEqual(["+86", "+49", "+44"]);
});
