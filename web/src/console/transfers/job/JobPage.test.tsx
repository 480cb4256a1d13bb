import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../../testing/render";
import { Refused, serve, type Answer } from "../../../testing/server";
import { OneJob } from "./JobPage";

const JOB = {
  id: "job_1",
  type: "users_import",
  status: "completed",
  external_id: "people.csv",
  format: "csv",
  created_at: "2026-11-20T10:00:00.000Z",
  updated_at: "2026-11-20T10:01:00.000Z",
  asked_by: { type: "user", id: "auth0|1", name: "Ada Lovelace" },
  summary: { total: 1030, inserted: 1000, updated: 4, failed: 26 },
};

const entry = (position: number) => ({
  position,
  user: { name: `Person ${position + 1}`, email: `p${position + 1}@example.com` },
  errors: [{ code: "CONFLICT_EMAIL", path: "email", message: "The user already exists." }],
});

const errors: Answer = (_request, url) =>
  url.searchParams.get("from") === "25"
    ? { errors: [entry(25)] }
    : { errors: Array.from({ length: 25 }, (_, position) => entry(position)), next: "25" };

// S1.L48.1 S3.L08.1
test("tells what came of an import, by whom, and pages through what was wrong in words", async () => {
  serve({ "GET /api/v2/jobs/job_1": () => JOB, "GET /api/v2/jobs/job_1/errors": errors });
  const { user } = await show(<OneJob id="job_1" />);
  expect(await screen.findByRole("heading", { level: 1, name: "people.csv" })).toBeDefined();
  expect(screen.getByText("Done, with errors")).toBeDefined();
  expect(screen.getByText("Ada Lovelace")).toBeDefined();
  expect(screen.getByText("1,000")).toBeDefined();
  const table = await screen.findByRole("table", { name: "Entries that failed" });
  await within(table).findByText("Person 1");
  const [, first] = within(table).getAllByRole("row");
  expect(first?.textContent).toContain("1Person 1p1@example.comE-mail: Another user has this e-mail address");
  await user.click(screen.getByRole("button", { name: "Next page" }));
  expect(await screen.findByText("Person 26")).toBeDefined();
  expect(screen.getByText("26–26 of 26")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Previous page" }));
  expect(await screen.findByText("Person 1")).toBeDefined();
});

test("a trial says what would be", async () => {
  const job = { ...JOB, dry_run: true, summary: { ...JOB.summary, failed: 0 } };
  serve({ "GET /api/v2/jobs/job_1": () => job });
  await show(<OneJob id="job_1" />);
  expect(await screen.findByText("Trial")).toBeDefined();
  expect(screen.getByText("Would be new")).toBeDefined();
  expect(screen.queryByRole("table")).toBeNull();
});

test("a running job shows how far it is, and is stopped after asking", async () => {
  const running = { ...JOB, status: "processing", percentage_done: 40, time_left_seconds: 90, summary: undefined };
  let status = "processing";
  const { asked } = serve({
    "GET /api/v2/jobs/job_1": () => ({ ...running, status }),
    "POST /api/v2/jobs/job_1/cancel": () => ({ ...running, status: (status = "cancelled") }),
  });
  const { user } = await show(<OneJob id="job_1" />);
  const bar = await screen.findByRole("progressbar", { name: "Progress" });
  expect(bar.getAttribute("aria-valuenow")).toBe("40");
  expect(screen.getByText("40% · about 2 minutes left")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Stop the job" }));
  const dialog = await screen.findByRole("dialog", { name: "Stop this import?" });
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  await user.click(within(dialog).getByRole("button", { name: "Stop the job" }));
  expect(await screen.findByText("Cancelled")).toBeDefined();
});

test("a job that failed says why", async () => {
  serve({ "GET /api/v2/jobs/job_1": () => ({ ...JOB, status: "failed", status_details: "Two columns are email" }) });
  await show(<OneJob id="job_1" />);
  expect(await screen.findByText("Two columns are email")).toBeDefined();
});

test("why a job failed, and what was wrong with its entries, is told in Chinese to readers of Chinese", async () => {
  const fault = {
    code: "FORMAT",
    path: "email",
    message: "Payload validation error: 'must be an e-mail address' on property email.",
  };
  const other = { code: "DUPLICATED_USER", path: "username", message: "The user already exists." };
  serve({
    "GET /api/v2/jobs/job_1": () => ({ ...JOB, status: "failed", status_details: "Two columns are email" }),
    "GET /api/v2/jobs/job_1/errors": () => ({
      errors: [{ position: 0, user: { name: "Ada" }, errors: [fault, other] }],
    }),
  });
  await show(<OneJob id="job_1" />, { language: "zh-CN" });
  expect(await screen.findByText("有两列都是“email”")).toBeDefined();
  expect(await screen.findByText("必须是有效的邮箱地址")).toBeDefined();
  expect(screen.getByText("此用户名已被其他用户使用")).toBeDefined();
});

test("a job that is forgotten says that nothing is here", async () => {
  serve({ "GET /api/v2/jobs/job_1": () => new Refused(404, { errorCode: "job_unknown", message: "no" }) });
  await show(<OneJob id="job_1" />);
  expect(await screen.findByText("There is nothing here")).toBeDefined();
});

test("an export asks for a new link at the click", async () => {
  const job = { id: "job_1", type: "users_export", status: "completed", created_at: JOB.created_at, q: "name:Ada" };
  let links = 0;
  serve({ "GET /api/v2/jobs/job_1": () => ({ ...job, location: `${location.origin}/#link-${++links}` }) });
  const { user } = await show(<OneJob id="job_1" />);
  await user.click(await screen.findByRole("button", { name: "Download" }));
  expect(location.hash).toBe("#link-2");
});
