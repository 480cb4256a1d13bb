import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../../testing/render";
import { Refused, serve } from "../../../testing/server";
import { ExportPage } from "./ExportPage";

const users = (total: number) => ({ "GET /api/v2/users": () => ({ total, users: [] }) });

// S3.L08.1 S3.L42.1
test("takes a search along from the list, and asks for fields in their order with their names", async () => {
  const bodies: unknown[] = [];
  serve({
    ...users(1234),
    "POST /api/v2/jobs/users-exports": async (request) => {
      bodies.push(await request.json());
      return { id: "job_9", type: "users_export", status: "pending" };
    },
  });
  const { user, router } = await show(<ExportPage />, { at: "/?q=name%3AAda" });
  expect(await screen.findByText("1,234 users")).toBeDefined();
  await user.click(screen.getByText("Chosen fields"));
  await user.click(screen.getByLabelText("Remove Created"));
  await user.click(screen.getByLabelText("Move E-mail up"));
  await user.type(screen.getByLabelText("Name of E-mail in the file"), "Mail");
  await user.type(screen.getByLabelText("Or by its place"), "user_metadata.a{Enter}");
  expect(bodies).toEqual([]);
  await user.click(screen.getByText("Start the export").closest("button")!);
  await expect.poll(() => router.state.location.pathname).toBe("/transfers/job_9");
  const fields = [
    { name: "email", export_as: "Mail" },
    { name: "user_id" },
    { name: "name" },
    { name: "user_metadata.a" },
  ];
  expect(bodies).toEqual([{ format: "csv", q: "name:Ada", fields }]);
});

test("a search that is refused is told at its field", async () => {
  const refusal = { errorCode: "invalid_search_query", message: "there is no field color", field: "q" };
  serve({ ...users(1), "POST /api/v2/jobs/users-exports": () => new Refused(400, refusal) });
  const { user } = await show(<ExportPage />, { at: "/?q=color%3Ared" });
  await user.click(screen.getByText("Start the export").closest("button")!);
  expect(await screen.findByText("There is no field color")).toBeDefined();
  expect(screen.getByLabelText("Search").getAttribute("aria-invalid")).toBe("true");
});
