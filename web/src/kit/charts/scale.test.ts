import { expect, test } from "vitest";
import { labelledDays, sumsOf, ticksOf } from "./scale";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [2263, [0, 1000, 2000, 3000]],
  [1_000_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
])("the lines above %d are whole and easy to read", (highest, ticks) => {
  expect(ticksOf(highest)).toEqual(ticks);
});

test("the last day is always named, and the others as far apart as they fit", () => {
  expect(labelledDays(30, 600)).toEqual([1, 8, 15, 22, 29]);
  expect(labelledDays(30, 60)).toEqual([29]);
  expect(labelledDays(3, 600)).toEqual([0, 1, 2]);
});

test("series are put on top of each other", () => {
  expect(sumsOf([{ values: [1, 2] }, { values: [3] }], 2)).toEqual([4, 2]);
});
