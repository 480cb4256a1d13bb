import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { Refused, serve } from "../../testing/server";
import { LogsPage } from "./LogsPage";
import { readPage } from "./queries";
import { ADA, anEvent, SHOP } from "./testEvents";

const signIn = (log_id: string) => anEvent({ kind: "sign_in.succeeded", actor: ADA, target: ADA }, { ...SHOP, log_id });
const many = (count: number) => Array.from({ length: count }, (_, place) => signIn(`log_${place}`));
const queries = (asked: Request[]) =>
  asked
    .map((request) => new URL(request.url))
    .filter((url) => url.pathname === "/api/v2/logs")
    .map((url) => url.searchParams);

test("a page knows by one event more whether there are others, on either side", async () => {
  const asked: object[] = [];
  const ask = async (query: object) => {
    asked.push(query);
    return many(51);
  };
  expect(await readPage(ask, {})).toMatchObject({ newer: false, older: true });
  const older = await readPage(ask, { after: "log_49" });
  expect([older.events.length, older.newer, older.older]).toEqual([50, true, true]);
  expect(asked[1]).toMatchObject({ after: "log_49", per_page: 51 });
  // Newer ones are asked for oldest first, from the page's first event, and turned round.
  const newer = await readPage(ask, { before: "log_9" });
  expect(asked[2]).toMatchObject({ after: "log_9", sort: "date:1" });
  expect(newer.events[0]?.log_id).toBe("log_49");
});

test("where few are newer, the newest page is shown instead of a short one", async () => {
  const page = await readPage(async ({ after }) => many(after ? 3 : 51), { before: "log_9" });
  expect([page.events.length, page.newer, page.older]).toEqual([50, false, true]);
});

test("a click shows failures alone, and the chip takes the filter away", async () => {
  const { asked } = serve({ "GET /api/v2/logs": () => many(1), "GET /api/v2/clients": () => [] });
  const { user } = await show(<LogsPage />);
  await user.click(await screen.findByRole("button", { name: "Failures" }));
  await waitFor(() => expect(queries(asked).at(-1)?.get("q")).toContain("fp"));
  await user.click(screen.getByRole("button", { name: "Remove filter What happened Failures" }));
  await waitFor(() => expect(queries(asked).at(-1)?.get("q")).toBeNull());
});

test("an event opens beside the list, its address can be sent to somebody, and j goes on", async () => {
  serve({ "GET /api/v2/logs": () => many(2), "GET /api/v2/clients": () => [] });
  const { user, router } = await show(<LogsPage />);
  await user.click((await screen.findAllByText("Ada Lovelace"))[0] as HTMLElement);
  expect(await screen.findByRole("dialog", { name: "Event" })).toBeDefined();
  expect(router.state.location.search).toMatchObject({ event: "log_0" });
  await user.keyboard("j");
  await waitFor(() => expect(router.state.location.search).toMatchObject({ event: "log_1" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty("event"));
});

test("a search that takes too long says how to narrow it", async () => {
  serve({
    "GET /api/v2/logs": () => new Refused(503, { statusCode: 503, errorCode: "search_too_slow", message: "…" }),
    "GET /api/v2/clients": () => [],
  });
  await show(<LogsPage />, { at: "/?ip=10.*" });
  expect(await screen.findByText(/Narrow it by time/)).toBeDefined();
});

test("live events come in above the list, and a tail that is switched off leaves them there", async () => {
  const record = [signIn("log_1")];
  serve({
    "GET /api/v2/clients": () => [],
    "GET /api/v2/logs": (_, url) => {
      const from = url.searchParams.get("from");
      if (!from) return record.toReversed();
      return record.slice(record.findIndex(({ log_id }) => log_id === from) + 1);
    },
  });
  const { user } = await show(<LogsPage />);
  expect(await screen.findAllByText("Ada Lovelace")).toHaveLength(1);
  await user.click(screen.getByRole("switch", { name: "Live" }));
  expect(await screen.findByText("Following")).toBeDefined();
  record.push(signIn("log_2"));
  await waitFor(() => expect(screen.getAllByText("Ada Lovelace")).toHaveLength(2), { timeout: 4_000 });
  await user.click(screen.getByRole("switch", { name: "Live" }));
  await waitFor(() => expect(screen.queryByText("Following")).toBeNull());
  await waitFor(() => expect(screen.getAllByText("Ada Lovelace")).toHaveLength(2));
});
