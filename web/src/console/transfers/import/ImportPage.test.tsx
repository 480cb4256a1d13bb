import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "../../../testing/render";
import { serve } from "../../../testing/server";
import { ImportPage } from "./ImportPage";

/** The forms that were uploaded; the test's stand-in for the browser's XMLHttpRequest. */
const uploaded: FormData[] = [];

class Upload extends EventTarget {
  upload = new EventTarget();
  status = 202;
  responseType = "";
  response: unknown;
  open() {}
  setRequestHeader() {}
  send(form: FormData) {
    uploaded.push(form);
    this.response = { id: form.get("dry_run") ? "job_trial" : "job_real", type: "users_import", status: "pending" };
    setTimeout(() => this.dispatchEvent(new Event("load")));
  }
}

beforeEach(() => {
  uploaded.length = 0;
  vi.stubGlobal("XMLHttpRequest", Upload);
});
afterEach(() => vi.unstubAllGlobals());

const connections = () => [{ id: "con_1", name: "people", strategy: "auth0", enabled: true }];
const summary = { total: 2, inserted: 2, updated: 0, failed: 0 };
const trial = () => ({ id: "job_trial", type: "users_import", status: "completed", dry_run: true, summary });

function drop(content: string, name: string) {
  const file = new File([content], name);
  fireEvent.drop(screen.getByTestId("drop"), { dataTransfer: { files: [file] } });
}

// By text and label: asking for roles walks the whole page, which takes long with so many choices.
const next = () => screen.getByText("Continue").closest("button")!;
const what = (column: string) => screen.getAllByLabelText(`What ${column} is`)[0]!;
const sent = () => uploaded.map((form) => Object.fromEntries([...form].filter(([name]) => name !== "users")));

// S3.L08.1 S4.L09.2 S4.L09.3 S4.L09.5
test("a table is dropped, its columns are told, and it is looked at before anything is sent", async () => {
  serve({ "GET /api/v2/connections": connections });
  const { user } = await show(<ImportPage />);
  drop('Mail,Who,Shoes\na@example.com,"Ada, Countess",42\nb@example.com,Babbage,\n', "people.csv");
  expect(await screen.findByText(/Table · 3 columns/)).toBeDefined();

  await user.click(next());
  expect(what("Mail")).toHaveProperty("value", "E-mail");
  expect(what("Who")).toHaveProperty("value", "Leave out");
  expect(screen.getByText("2 of 3 columns are left out.")).toBeDefined();
  await user.click(what("Who"));
  await user.click(await within(screen.getAllByLabelText("What Who is")[1]!).findByText("Full name"));
  await user.click(screen.getByText("Keep the rest as user metadata"));

  await user.click(next());
  await screen.findByRole("switch");
  await user.click(next());
  const table = await screen.findByLabelText("First entries of the file");
  const [, ada] = table.querySelectorAll("tr");
  expect(ada?.textContent).toContain("Ada, Countess");
  expect(ada?.textContent).toContain("All user metadata: Shoes");
  expect(uploaded).toEqual([]);
  await user.click(screen.getByText("Start the import"));
  await expect
    .poll(sent)
    .toMatchObject([
      { format: "csv", mapping: JSON.stringify({ Mail: "email", Who: "name", Shoes: "user_metadata.Shoes:text" }) },
    ]);
});

// S1.L48.1
test("a file is tried without storing anything, and then imported with the same options", async () => {
  serve({ "GET /api/v2/connections": connections, "GET /api/v2/jobs/job_trial": trial });
  const { user, router } = await show(<ImportPage />);
  drop('[{"email":"a@example.com"}]', "people.json");
  await screen.findByText(/JSON array$/);
  await user.click(next());
  await user.click(await screen.findByRole("switch"));
  await user.click(next());
  await user.click(screen.getByText("Try it first"));
  expect(await screen.findByText("Nothing would be wrong. You can start the import.")).toBeDefined();
  await user.click(screen.getByText("Start the import"));
  await expect.poll(() => router.state.location.pathname).toBe("/transfers/job_real");
  const [tried, real] = sent();
  expect(tried).toEqual({ ...real, dry_run: "true" });
  expect(real).toEqual({
    connection_id: "con_1",
    format: "json",
    external_id: "people.json",
    upsert: "true",
    upsert_by: "email",
    metadata: "merge",
  });
});

test("JSON has no step for columns, and the way back keeps the file", async () => {
  serve({ "GET /api/v2/connections": connections });
  const { user } = await show(<ImportPage />);
  const steps = screen.getByLabelText("Steps of the import");
  drop('{"email":"a@example.com","blocked":true}\n7\n', "people.ndjson");
  expect(await screen.findByText(/One JSON object a line/)).toBeDefined();
  expect(within(steps).queryByText("Columns")).toBeNull();
  await user.click(next());
  await screen.findByText("The database that new users are made in.");
  await user.click(next());
  expect(await screen.findByText("This entry is not an object.")).toBeDefined();
  expect(screen.getByText("Suspended")).toBeDefined();
  await user.click(screen.getByText("Back"));
  await user.click(await screen.findByText("Back"));
  expect(await screen.findByText("people.ndjson")).toBeDefined();
});

test("a file that cannot be read is told in words, and leads nowhere", async () => {
  serve({});
  await show(<ImportPage />);
  drop("PK\u0003\u0004", "people.xlsx");
  expect((await screen.findByRole("alert")).textContent).toContain("Save the spreadsheet as CSV");
  expect(next()).toHaveProperty("disabled", true);
});

test("two columns of the same field hold the import up", async () => {
  serve({ "GET /api/v2/connections": connections });
  const { user } = await show(<ImportPage />);
  drop("Mail,Other\na@example.com,b@example.com\n", "people.csv");
  await screen.findByText(/2 columns/);
  await user.click(next());
  await user.click(what("Other"));
  await user.click(await within(screen.getAllByLabelText("What Other is")[1]!).findByText("E-mail"));
  expect(screen.getAllByText("Another column is the same")).toHaveLength(2);
  expect(next()).toHaveProperty("disabled", true);
});
