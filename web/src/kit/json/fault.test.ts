import { expect, test } from "vitest";
import { faultOf } from "./fault";

test("a text that is JSON has no fault", () => {
  for (const text of ["{}", ' { "a": [1, -2.5e3, true, null, "\\u00e9\\n"], "b": {} } ', "[]", '"x"', "0"]) {
    expect(faultOf(text)).toBeUndefined();
  }
});

test("what is no JSON is told with its line and column", () => {
  const cases: [text: string, kind: string, line: number, column: number][] = [
    ["", "empty", 1, 1],
    ['{\n  "a": 1\n  "b": 2\n}', "comma", 3, 3],
    ['{\n  "a": 1,\n}', "name", 3, 1],
    ["{a: 1}", "name", 1, 2],
    ['{"a" 1}', "colon", 1, 6],
    ['{"a": }', "value", 1, 7],
    ["[1, 2", "comma", 1, 6],
    ['["open]', "string", 1, 2],
    ['["\\x"]', "escape", 1, 3],
    ["[01]", "number", 1, 2],
    ["[1.]", "number", 1, 2],
    ["{} {}", "end", 1, 4],
    ['{"a": 1, "\\u0061": 2}', "twice", 1, 10],
  ];
  for (const [text, kind, line, column] of cases)
    expect([text, faultOf(text)]).toMatchObject([text, { kind, line, column }]);
});

test("an object is asked for where nothing else can be kept", () => {
  expect(faultOf("[1]", true)).toMatchObject({ kind: "object", line: 1, column: 1 });
  expect(faultOf(' {"a": 1}', true)).toBeUndefined();
});

test("it finds a fault where JSON.parse does, and none where it does not", () => {
  const pieces = ["{", "}", "[", "]", '"a"', ":", ",", "1", "-", "true", "nul", "\\", " ", "\n", '"'];
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: 1 + (next() % 7) }, () => pieces[next() % pieces.length]).join("");
    let parsed = true;
    try {
      JSON.parse(text);
    } catch {
      parsed = false;
    }
    const fault = faultOf(text);
    expect([text, fault === undefined || fault.kind === "twice"]).toEqual([text, parsed]);
  }
});
