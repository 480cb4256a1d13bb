import { expect, test } from "vitest";
import { boundsOf, parseDates, PRESETS, type Dates } from "./dates";

const NOW = new Date(2026, 10, 20, 16, 42, 7);

function bounds(value: string) {
  return boundsOf(parseDates(value) as Dates, NOW);
}

test("all that is offered is understood", () => {
  for (const preset of [...PRESETS, "never"]) expect([preset, parseDates(preset)]).not.toEqual([preset, undefined]);
});

test("days begin at midnight where the person is, hours at the full hour, so that the question stays the same", () => {
  expect(bounds("7d")).toEqual({ from: new Date(2026, 10, 13) });
  expect(bounds(">90d")).toEqual({ before: new Date(2026, 7, 22) });
  expect(bounds("24h").from?.getMinutes()).toBe(0);
  const later = new Date(NOW.getTime() + 60_000);
  expect(boundsOf(parseDates("24h") as Dates, later)).toEqual(bounds("24h"));
});

test("both days of a range belong to it, and either may be open", () => {
  expect(bounds("2026-01-01..2026-01-31")).toEqual({ from: new Date(2026, 0, 1), before: new Date(2026, 1, 1) });
  expect(bounds("..2026-12-31")).toEqual({ from: undefined, before: new Date(2027, 0, 1) });
  expect(bounds("2026-01-01..").before).toBeUndefined();
});

test("what means nothing is nothing", () => {
  for (const value of ["", "..", "yesterday", "7", "2026-1-1..", "2026-01-01", "a..b..c", "7x"]) {
    expect([value, parseDates(value)]).toEqual([value, undefined]);
  }
});
