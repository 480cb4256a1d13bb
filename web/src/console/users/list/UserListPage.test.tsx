import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { Session } from "../../../session/session";
import { SessionProvider, useSession } from "../../../session/SessionContext";
import { show } from "../../../testing/render";
import { Refused, serve, type Answer } from "../../../testing/server";
import { formatOf } from "../../../words/format";
import { UserListPage } from "./UserListPage";

const ME = "auth0|me";

function person(id: string, more: object = {}) {
  return { user_id: id, name: `Name of ${id}`, status: "active", platform_role: "user", ...more };
}

function AsAdministrator() {
  const { configuration } = useSession();
  const claims = { sub: ME, platform_role: "admin" };
  const tokens = {
    accessToken: "token",
    scopes: ["read:users", "update:users"],
    expiresAt: Infinity,
    claims,
    idToken: "",
  };
  return (
    <SessionProvider session={new Session(configuration, tokens)}>
      <UserListPage />
    </SessionProvider>
  );
}

const PAGES: Record<string, object> = {
  first: { users: [person("a", { email: "a@example.com", zoneinfo: "Asia/Tokyo" }), person(ME)], next: "second" },
  second: { users: [person("c"), person("root", { platform_role: "super_admin" })] },
};

/** Two pages of two; a search for `a` finds one user. */
function list(url: URL): unknown {
  const asked = url.searchParams;
  if (asked.get("per_page") === "0") return { users: [], total: asked.get("q") ? 1 : 4 };
  if (asked.get("q")) return { users: [person("a")] };
  if (asked.get("page") === "1") return (PAGES["second"] as { users: object[] }).users;
  return PAGES[asked.get("from") ?? "first"];
}

function start(users: Answer = (_, url) => list(url)) {
  return serve({ "GET /api/v2/users": users, "GET /api/v2/roles": () => [], "GET /api/v2/connections": () => [] });
}

function queries(asked: Request[]): URLSearchParams[] {
  return asked
    .map(({ url }) => new URL(url))
    .filter(({ pathname, searchParams }) => pathname === "/api/v2/users" && searchParams.get("per_page") !== "0")
    .map(({ searchParams }) => searchParams);
}

async function statusCell(id: string) {
  const row = (await screen.findByText(`Name of ${id}`)).closest("tr");
  return within(row?.querySelector("td:nth-child(4)") as HTMLElement);
}

beforeEach(() => localStorage.clear());

// S2.L13.1, S4.L07.1–3, S4.L07.5–6
test("the rows tell who it is, and how many there are", async () => {
  start();
  await show(<UserListPage />);
  const row = within((await screen.findByText("Name of a")).closest("tr") as HTMLElement);
  for (const text of ["Asia/Tokyo", "Active", "User", "Never"]) expect(row.getByText(text)).toBeDefined();
  expect(row.getAllByText("a@example.com").length).toBeGreaterThan(0);
  expect(row.getByRole("link").getAttribute("href")).toBe("/users/a");
  expect(await screen.findByText("1–2 of 4")).toBeDefined();
});

// S4.L07.3, S4.L11.5
test("who is locked has a badge beside the status that says until when", async () => {
  const until = "2026-11-20T15:04:00.000Z";
  const users = [person("a", { locked_until: until }), person("b", { status: "suspended", locked_until: until })];
  const { asked } = start(() => ({ users: [...users, person("c")], total: 3 }));
  await show(<UserListPage />);
  const told = `Locked until ${formatOf("en").time(until)}`;
  for (const [id, status] of Object.entries({ a: "Active", b: "Suspended" })) {
    const { getByText } = await statusCell(id);
    expect(getByText(status)).toBeDefined();
    expect(getByText("Locked").getAttribute("aria-hidden")).toBe("true");
    expect(getByText(told)).toBeDefined();
  }
  expect((await statusCell("c")).queryByText("Locked")).toBeNull();
  expect(queries(asked)[0]?.get("fields")?.split(",")).toContain("locked_until");
});

// S4.L06.7
test("the locked are filtered by a chip", async () => {
  const { asked } = start();
  const { user, router } = await show(<UserListPage />);
  await screen.findByText("Name of a");
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Locked" }));
  await user.click(await within(await screen.findByRole("dialog")).findByText("Yes"));
  await user.click(await screen.findByRole("button", { name: "Apply" }));
  await waitFor(() => expect(queries(asked).at(-1)?.get("q")).toBe('locked:"true"'));
  expect(router.state.location.search).toEqual({ locked: "true" });
  await user.click(screen.getByRole("button", { name: "Remove filter Locked Yes" }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

// S3.L10.1–5, S4.L06.1–4, S4.L06.9
test("typing searches, and the address holds what was typed", async () => {
  const { asked } = start();
  const { user, router } = await show(<UserListPage />);
  await screen.findByText("Name of a");
  await user.click(screen.getByLabelText("Search users"));
  await user.paste("o'brien 50%");
  await waitFor(() => expect(queries(asked).at(-1)?.get("q")).toBe('("o\'brien" AND "50%")'));
  expect(router.state.location.search).toEqual({ search: "o'brien 50%" });
  expect(await screen.findByText("1–1 of 1")).toBeDefined();
});

// S4.L06.10–13
test("the order is chosen by header and by select, times and numbers greatest first", async () => {
  const { asked } = start();
  const { user } = await show(<UserListPage />);
  await screen.findByText("Name of a");
  expect(queries(asked)[0]?.get("sort")).toBe("created_at:-1");
  await user.click(screen.getByLabelText("Sort by Last login"));
  await waitFor(() => expect(queries(asked).at(-1)?.get("sort")).toBe("last_login:-1"));
  await user.click(screen.getByLabelText(/Turn round/));
  await waitFor(() => expect(queries(asked).at(-1)?.get("sort")).toBe("last_login:1"));
  await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Display name");
  await waitFor(() => expect(queries(asked).at(-1)?.get("sort")).toBe("name:1"));
});

test("pages follow cursors, and the way back is known or goes by number", async () => {
  const { asked } = start();
  const { user } = await show(<UserListPage />, { at: "/?page=2" });
  await screen.findByText("Name of c");
  expect(queries(asked)[0]?.get("page")).toBe("1");
  await user.click(screen.getByLabelText("Previous page"));
  await screen.findByText("Name of a");
  await user.click(screen.getByLabelText("Next page"));
  await screen.findByText("Name of c");
  expect(queries(asked).at(-1)?.get("from")).toBe("second");
});

test("a cursor that no longer holds gives way to the page's number", async () => {
  const { asked } = start((_, url) => {
    if (url.searchParams.get("from"))
      return new Refused(400, { statusCode: 400, errorCode: "invalid_paging", field: "from", message: "No." });
    return list(url);
  });
  await show(<UserListPage />, { at: "/?page=2&from=old" });
  await screen.findByText("Name of c");
  expect(queries(asked).at(-1)?.get("page")).toBe("1");
});

test("rows never wait for a total that takes too long", async () => {
  start((_, url) => {
    const totals = url.searchParams.get("include_totals");
    if (totals === "true") return new Refused(503, { statusCode: 503, errorCode: "search_too_slow", message: "Slow." });
    if (totals === "estimate") return { users: [], total: 1200, total_is_estimate: true };
    return list(url);
  });
  await show(<UserListPage />);
  expect(await screen.findByText("Name of a")).toBeDefined();
  expect(await screen.findByText("1–2 of about 1,200")).toBeDefined();
});

// S4.L13.1
test("oneself and super administrators cannot be selected by an administrator", async () => {
  start();
  const { user } = await show(<AsAdministrator />);
  expect(await screen.findByLabelText(`Select Name of ${ME}`)).toHaveProperty("disabled", true);
  await user.click(screen.getByLabelText("Select all rows shown"));
  expect(await screen.findByText("1 selected")).toBeDefined();
  await user.click(screen.getByLabelText("Next page"));
  expect(await screen.findByLabelText("Select Name of root")).toHaveProperty("disabled", true);
});

// S4.L14.1
test("the selection lasts from page to page, can be reviewed, and drops who is no longer shown", async () => {
  start();
  const { user } = await show(<UserListPage />);
  await user.click(await screen.findByLabelText("Select Name of a"));
  await user.click(screen.getByLabelText("Next page"));
  await user.click(await screen.findByLabelText("Select Name of c"));
  expect(await screen.findByText("2 selected")).toBeDefined();
  await user.keyboard(".");
  expect(document.activeElement?.textContent).toContain("Actions");
  await user.click(screen.getByText("Review"));
  const dialog = within(await screen.findByRole("dialog", { name: "2 users selected" }));
  expect(dialog.getAllByRole("listitem")).toHaveLength(2);
  await user.click(dialog.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  await user.click(screen.getByLabelText("Search users"));
  await user.paste("a");
  await screen.findByText("1–1 of 1");
  expect(await screen.findByText("1 selected")).toBeDefined();
});

test("a query of one's own is written by hand, and its fault stands at the field", async () => {
  start((_, url) => {
    if (url.searchParams.get("q") !== "status:(") return list(url);
    const body = { statusCode: 400, errorCode: "invalid_search_query", field: "q", message: "this bracket is open" };
    return new Refused(400, body);
  });
  const { user, router } = await show(<UserListPage />, { at: "/?status=suspended" });
  await user.click(await screen.findByText("Write a query"));
  const field = await screen.findByLabelText("Query");
  expect(field).toHaveProperty("value", 'status:"suspended"');
  await user.clear(field);
  await user.type(field, "status:({Enter}");
  expect(await screen.findByText("This bracket is open")).toBeDefined();
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await user.click(screen.getByText("Back to filters"));
  await waitFor(() => expect(router.state.location.search).toEqual({ status: "suspended" }));
});

test("chosen columns stand in the address and are remembered", async () => {
  start();
  const { user, router, unmount } = await show(<UserListPage />);
  await screen.findByText("Name of a");
  await user.click(screen.getByLabelText("Columns and density"));
  await user.click(await screen.findByLabelText("Public ID"));
  expect(await screen.findByText("Public ID", { selector: "th" })).toBeDefined();
  expect(router.state.location.search).toMatchObject({ columns: expect.stringContaining("public_id") as string });
  unmount();
  await show(<UserListPage />);
  expect(await screen.findByText("Public ID", { selector: "th" })).toBeDefined();
});

test("where nobody is yet one is invited to create or to import", async () => {
  start((_, url) => {
    if (url.searchParams.get("per_page") === "0") return { users: [], total: 1 };
    return { users: [person(ME)] };
  });
  await show(<UserListPage />);
  const heading = await screen.findByRole("heading", { name: "Nobody else is here yet" });
  const links = within(heading.parentElement as HTMLElement).getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["/users/new", "/transfers"]);
});
