import { expect, test } from "vitest";
import { errorFile } from "./errorFile";

const fault = (code: string, path: string, message: string) => ({ code, path, message });

test("the table has a line a problem, and no cell that a spreadsheet takes for a formula", async () => {
  const entries = [
    {
      position: 4,
      user: { name: '=cmd|"x"', email: "a@example.com" },
      errors: [fault("FORMAT", "email", "No, it is not."), fault("PATTERN", "username", "No")],
    },
  ];
  const text = await errorFile(entries, "csv").text();
  expect(text.replace("\ufeff", "").split("\r\n")).toEqual([
    "number,name,username,email,phone_number,external_id,user_id,code,field,message",
    `5,"'=cmd|""x""",,a@example.com,,,,FORMAT,email,"No, it is not."`,
    `5,"'=cmd|""x""",,a@example.com,,,,PATTERN,username,No`,
    "",
  ]);
});

test("the other file has an entry a line, as the API tells it", async () => {
  const entry = { position: 0, user: { email: "a\nb" }, errors: [fault("FORMAT", "email", "No")] };
  const lines = (await errorFile([entry, entry], "ndjson").text()).split("\n");
  expect(lines.map((line) => (line ? JSON.parse(line) : ""))).toEqual([entry, entry, ""]);
});
