import { describe, expect, test } from "vitest";
import { canFollow, matcherOf } from "./matches";
import { ADA, anEvent, GRACE, SHOP, VISITOR } from "./testEvents";
import { queryOf, readView } from "./view";

describe("a view as a query", () => {
  test("is none without a filter", () => {
    expect(queryOf(readView({ after: "log_1", live: "on", other: "x" }))).toBeUndefined();
  });

  test("names type codes where all kinds of a code are wanted, else descriptions", () => {
    expect(queryOf({ what: "signUps" })).toBe("type:(ss OR fs)");
    expect(queryOf({ what: "user.created" })).toBe('description:"Create a User"');
    expect(queryOf({ what: "signUps,user.created,password.changed" })).toBe(
      '(type:(ss OR fs) OR description:("Create a User" OR "Success Change Password"))',
    );
  });

  test("never grows beyond what the server takes", () => {
    for (const what of ["signIns", "failures", "locks", "changes", "passwords", "access", "tokens", "jobs"]) {
      const query = queryOf({ what }) ?? "";
      expect([what, query.length < 1024, query.split(" OR ").length <= 40]).toEqual([what, true, true]);
    }
  });

  test("joins everything, each sign literally", () => {
    const view = {
      text: 'O"Brien',
      user: "auth0|1",
      application: "shop",
      ip: "10.0.*",
      request: "r-1",
      time: "2026-11-01..2026-11-02",
    };
    expect(queryOf(view)).toMatch(
      /^"O\\"Brien" AND user_id:"auth0\|1" AND client_id:"shop" AND correlation_id:"r-1" AND ip:10\.0\.\* AND date:\[\S+ TO \S+\}$/,
    );
    expect(queryOf({ ip: "fe80::1" })).toBe('ip:"fe80::1"');
  });
});

describe("the filter of the live tail", () => {
  const failed = anEvent(
    { kind: "sign_in.wrong_password", actor: VISITOR, target: GRACE },
    { ...SHOP, ip: "10.0.0.7", user_name: "Grace Hopper" },
  );
  const updated = anEvent({ kind: "user.updated", actor: ADA, target: GRACE });

  test.each([
    [{}, true, true],
    [{ what: "failures" }, true, false],
    [{ what: "changes,sign_in.silent" }, false, true],
    [{ user: GRACE.id }, true, true],
    [{ user: ADA.id }, false, true],
    [{ application: "shop" }, true, false],
    [{ ip: "10.0.*" }, true, false],
    [{ ip: "10.0.0.8" }, false, false],
    [{ text: "hopper" }, true, false],
    [{ text: "grace shop" }, true, false],
    [{ text: "grace moon" }, false, false],
  ])("of %j takes the failed sign-in: %s, the change: %s", (view, first, second) => {
    expect([failed, updated].map(matcherOf(view))).toEqual([first, second]);
  });

  test("is not offered where the view has an end or is no newest page", () => {
    expect(canFollow({ time: "24h" })).toBe(true);
    expect(canFollow({ time: "2026-11-01..2026-11-02" })).toBe(false);
    expect(canFollow({ time: ">30d" })).toBe(false);
    expect(canFollow({ after: "log_1" })).toBe(false);
  });
});
