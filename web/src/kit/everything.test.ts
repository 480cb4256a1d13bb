import { expect, test } from "vitest";
import { everything, partOf } from "./everything";

test("asks page by page until all rows are there", async () => {
  const asked: number[] = [];
  const rows = await everything(async ({ page, per_page }) => {
    asked.push(page);
    const all = Array.from({ length: 250 }, (_, index) => index);
    return { rows: all.slice(page * per_page, (page + 1) * per_page), total: all.length };
  });
  expect(rows).toHaveLength(250);
  expect(rows.at(-1)).toBe(249);
  expect(asked).toEqual([0, 1, 2]);
});

test("stops where rows have gone meanwhile", async () => {
  expect(await everything(async () => ({ rows: [], total: 5 }))).toEqual([]);
});

test("reads both forms of an answer", () => {
  expect(partOf("roles", ["a"])).toEqual({ rows: ["a"], total: 1 });
  expect(partOf("roles", { roles: ["a"], total: 9 })).toEqual({ rows: ["a"], total: 9 });
});
