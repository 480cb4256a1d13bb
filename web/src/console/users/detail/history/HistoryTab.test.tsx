import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { anEvent, ADA as ACTOR, SHOP } from "../../../logs/testEvents";
import { ADA, showUser } from "../testing";

const ZURICH = { city_name: "Zurich", country_code: "CH", country_name: "Switzerland" };
const PATH = "GET /api/v2/users/auth0|ada/logs";
const SCOPES = ["read:users", "read:logs"];

function signIn(log_id: string, others: object) {
  return anEvent(
    { kind: "sign_in.succeeded", actor: ACTOR, target: ACTOR },
    { log_id, connection: "Users", ...SHOP, ...others },
  );
}

function cells(row: HTMLElement | undefined): (string | null)[] {
  const found = within(row as HTMLElement).getAllByRole("cell");
  return found.map(({ textContent }) => textContent);
}

// S0.L29.1 S2.L21.6
test("the history tells each sign-in's application, connection, address and place", async () => {
  const logs = [
    signIn("1", { ip: "192.0.2.7", location_info: ZURICH }),
    signIn("2", { ip: "10.1.2.3", date: "2026-11-19T10:00:00.000Z" }),
  ];
  const { user } = await showUser({ [PATH]: () => ({ logs, total: 2 }) }, ADA, SCOPES);
  await user.click(screen.getByRole("tab", { name: "Sign-in history" }));
  const table = await screen.findByRole("table", { name: "Sign-in history" });
  await within(table).findAllByText("10.1.2.3");
  const [, first, second] = within(table).getAllByRole("row");
  expect(cells(first)).toEqual(expect.arrayContaining(["ShopUsers", "Zurich, Switzerland192.0.2.7"]));
  expect(cells(second)).toEqual(expect.arrayContaining(["ShopUsers", "10.1.2.3"]));
});

// S0.L29.1
test("an event's detail tells the place, and has no line for one that is not known", async () => {
  const logs = [
    signIn("1", { ip: "192.0.2.7", location_info: ZURICH }),
    signIn("2", { ip: "10.1.2.3", date: "2026-11-19T10:00:00.000Z" }),
  ];
  const { user } = await showUser({ [PATH]: () => ({ logs, total: 2 }) }, ADA, SCOPES);
  await user.click(screen.getByRole("tab", { name: "Sign-in history" }));
  const table = await screen.findByRole("table", { name: "Sign-in history" });
  await within(table).findAllByText("10.1.2.3");
  for (const [place, hasPlace] of [
    [0, true],
    [1, false],
  ] as const) {
    await user.click(within(table).getAllByRole("button")[place] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Event" });
    expect(await within(dialog).findByText("IP address")).toBeDefined();
    expect(within(dialog).queryByText("Place") !== null).toBe(hasPlace);
    expect(within(dialog).queryByText("Zurich, Switzerland") !== null).toBe(hasPlace);
    await user.keyboard("{Escape}");
  }
});

// S0.L29.4
test("the profile tells from where somebody signed in last, if the record is of that sign-in", async () => {
  const answer = { [PATH]: () => ({ logs: [signIn("1", { ip: "192.0.2.7", location_info: ZURICH })], total: 1 }) };
  await showUser(answer, { ...ADA, last_ip: "192.0.2.7", browser: "Chrome 142" }, SCOPES);
  const place = await screen.findByText("Zurich, Switzerland");
  expect(place.closest("dd")?.textContent).toBe("Zurich, Switzerland192.0.2.7 · Chrome 142");
});

test("the place of another address is not told for the last one", async () => {
  const answer = { [PATH]: () => ({ logs: [signIn("1", { ip: "192.0.2.7", location_info: ZURICH })], total: 1 }) };
  const { asked } = await showUser(answer, { ...ADA, last_ip: "198.51.100.7" }, SCOPES);
  expect(await screen.findByText("198.51.100.7")).toBeDefined();
  expect(asked.some(({ url }) => url.includes("type%3As"))).toBe(true);
  expect(screen.queryByText(/Zurich/)).toBeNull();
});
