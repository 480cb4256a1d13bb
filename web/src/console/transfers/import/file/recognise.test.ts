import { expect, test } from "vitest";
import { recognise } from "./recognise";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['  [{"email":"a@example.com"}]', "json"],
  ['{"email":"a@example.com"}\n', "ndjson"],
  ["email,name\na@example.com,Ada\n", "csv"],
  ["\ufeffemail\n", "csv"],
])("the first sign of %j says that it is %s", (text, format) => {
  expect(recognise(bytes(text))).toMatchObject({ format });
});

test("the mark of UTF-8 is no part of the first column's name", () => {
  expect(recognise(bytes("\ufeffemail\n"))).toMatchObject({ text: "email\n" });
});

test.each([
  [new Uint8Array(), "empty"],
  [bytes(" \n "), "empty"],
  [new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1]), "spreadsheet"],
  [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "spreadsheet"],
  [new Uint8Array([0x1f, 0x8b, 8]), "compressed"],
  [new Uint8Array([0xff, 0xfe, 0x65, 0]), "encoding"],
  // 姓名 as spreadsheets in China write it by default (GB 18030).
  [new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x0a]), "encoding"],
  [new Uint8Array([0x65, 0, 0x66]), "binary"],
])("what is no text in UTF-8 is told: %#", (content, unreadable) => {
  expect(recognise(content)).toEqual({ unreadable });
});

test("a letter that is cut at the end of what is looked at is no fault", () => {
  expect(recognise(bytes("name\n李").slice(0, -1))).toMatchObject({ format: "csv" });
});
