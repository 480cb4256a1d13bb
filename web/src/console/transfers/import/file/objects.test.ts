import { expect, test } from "vitest";
import { readArray, readObjectLines } from "./objects";

test("an array is read value by value, whatever its texts hold", () => {
  const text = '[ {"name":"a ] } , \\" b","more":{"deep":[1,{"x":2}]}}, 7, {"name":"c"}]';
  expect(readArray(text, 10)).toEqual([
    { said: { name: 'a ] } , " b', more: { deep: [1, { x: 2 }] } } },
    { wrong: "notObject" },
    { said: { name: "c" } },
  ]);
});

test("of an array that is cut only the whole entries are told", () => {
  expect(readArray('[{"a":1},{"a":2},{"a"', 10)).toEqual([{ said: { a: 1 } }, { said: { a: 2 } }]);
  expect(readArray("[]", 10)).toEqual([]);
  expect(readArray('[{"a":1},{"a":2}]', 1)).toEqual([{ said: { a: 1 } }]);
});

test("a line that is wrong is wrong alone", () => {
  expect(readObjectLines('{"a":1}\n\nnonsense\n[1]\n{"a":2}\n', 10, true)).toEqual([
    { said: { a: 1 } },
    { wrong: "notJson" },
    { wrong: "notObject" },
    { said: { a: 2 } },
  ]);
  expect(readObjectLines('{"a":1}\n{"a"', 10, false)).toEqual([{ said: { a: 1 } }]);
});
