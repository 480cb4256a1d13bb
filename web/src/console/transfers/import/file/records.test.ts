import { expect, test } from "vitest";
import { readLines, separatorOf } from "./records";

const cells = (text: string, { separator = ",", limit = 10, whole = true } = {}) =>
  readLines(text, separator, limit, whole).map((line) => line.cells);

test("cells in quotes hold separators, ends of lines and doubled quotes", () => {
  expect(cells('a,"b,c","d ""e"""\r\n"line one\nline two",,x\n')).toEqual([
    ["a", "b,c", 'd "e"'],
    ["line one\nline two", "", "x"],
  ]);
});

test("a quote within a cell stands for itself, and lines end with LF, CR LF or CR", () => {
  expect(cells('5" pipe,b\rc,d\r\n\ne,f')).toEqual([
    ['5" pipe', "b"],
    ["c", "d"],
    ["e", "f"],
  ]);
});

test("the last line counts where the file ends, and not where it was cut", () => {
  expect(cells("a\nb", { whole: true })).toEqual([["a"], ["b"]]);
  expect(cells("a\nb", { whole: false })).toEqual([["a"]]);
  expect(cells("a\nb\nc\nd", { limit: 2 })).toEqual([["a"], ["b"]]);
});

test("a quoted cell that does not end is told", () => {
  expect(readLines('a,"b\nc', ",", 10, true)).toEqual([{ cells: ["a", "b\nc"], unclosed: true }]);
});

test.each([
  ["a,b;c,d\nx;y;z;z;z", ","],
  ["a;b;c", ";"],
  ["a\tb", "\t"],
  ["a", ","],
])("the line of names %j is separated by %j", (text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});
