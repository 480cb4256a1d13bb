import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../../testing/render";
import { serve } from "../../../testing/server";
import { TransfersPage } from "./TransfersPage";

const job = (id: string, more: object) => ({
  id,
  type: "users_import",
  status: "completed",
  created_at: "2026-11-20T10:00:00.000Z",
  asked_by: { type: "client", name: "Nightly" },
  ...more,
});

const IMPORTS = [
  job("job_2", { external_id: "running.csv", status: "processing", percentage_done: 12 }),
  job("job_1", { external_id: "done.json", summary: { total: 7, inserted: 5, updated: 2, failed: 0 } }),
];
const EXPORTS = [job("job_3", { type: "users_export", q: "name:Ada", format: "json" })];

// S3.L08.1 S3.L08.3
test("lists imports, and exports at a click, with state, result and who asked", async () => {
  serve({
    "GET /api/v2/jobs": (_request, url) => ({
      jobs: url.searchParams.get("type") === "users_import" ? IMPORTS : EXPORTS,
    }),
  });
  const { user, router } = await show(<TransfersPage />);
  await screen.findByText("running.csv");
  const table = screen.getByRole("table", { name: "Imports" });
  const [, running, done] = within(table).getAllByRole("row");
  expect(running?.textContent).toContain("running.csv");
  expect(running?.textContent).toContain("Running12%Nightly");
  expect(done?.textContent).toContain("Done5 new · 2 changed");
  expect(within(done!).getByRole("link").getAttribute("href")).toBe("/transfers/job_1");
  await user.click(screen.getByRole("radio", { name: "Exports" }));
  expect(await screen.findByText("Users found by name:Ada")).toBeDefined();
  expect(router.state.location.search).toEqual({ type: "exports" });
});

test("whoever may not make users is not offered to import", async () => {
  serve({ "GET /api/v2/jobs": () => ({ jobs: [] }) });
  await show(<TransfersPage />, { scopes: ["read:users"] });
  expect(await screen.findByText("No imports in the last day")).toBeDefined();
  expect(screen.getByRole("link", { name: "Export users" })).toBeDefined();
});
