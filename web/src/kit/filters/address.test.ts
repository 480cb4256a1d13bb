import { expect, test } from "vitest";
import { filtersOf, parametersOf, valueOf, valuesOf } from "./address";

const KINDS = [{ id: "status" }, { id: "metadata", repeats: true }];

test("filters come back from the address as they went, in the order of their kinds", () => {
  const filters = [
    { kind: "status", value: "active,suspended" },
    { kind: "metadata", value: "user_metadata.a=1,2&3" },
    { kind: "metadata", value: "user_metadata.b=" },
  ];
  const address = parametersOf(filters, KINDS);
  expect(filtersOf(address, KINDS)).toEqual(filters);
});

test("a filter that is gone takes its parameter away, and strange parameters are not filters", () => {
  expect(parametersOf([], KINDS)).toEqual({ status: undefined, metadata: undefined });
  expect(filtersOf({ other: "x", status: "" }, KINDS)).toEqual([]);
});

test("values with commas and percent signs are no borders", () => {
  const values = ["Acme, Inc.", "100%", "a\nb", "plain"];
  expect(valuesOf(valueOf(values))).toEqual(values);
  expect(valuesOf("")).toEqual([]);
});
