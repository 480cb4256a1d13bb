import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { chooseLanguage, startWords, otherWords, words } from "../../../words/languages";
import { ADA, anEvent, GRACE, SHOP, VISITOR } from "../testEvents";
import { KINDS } from "./kinds";
import { reasonOf, sentenceOf, textOf } from "./sentence";

const t = () => words.getFixedT(null, "logs");
const suspended = anEvent({
  kind: "user.status_changed",
  actor: ADA,
  target: GRACE,
  reason: "Reported for spam",
  changes: [{ field: "status", from: "active", to: "suspended" }],
});

beforeAll(async () => {
  await startWords("en");
  await otherWords();
});

/** Kind, type code and description of every event, as the server's sources have them. */
function ofServer(): Map<string, [type: string, description: string]> {
  const names = new Map(
    [...readFileSync("../crates/model/src/event.rs", "utf8").matchAll(/^ {4}(\w+) = "([\w.]+)",$/gm)].map(
      ([, variant, name]) => [variant, name ?? ""],
    ),
  );
  const codes = readFileSync("../crates/http/src/management/logs/codes.rs", "utf8");
  const rows = [...codes.matchAll(/EventKind::(\w+) => (?:\{\s*)?\(\s*"([^"]+)",\s*"([^"]+)"/g)];
  return new Map(
    rows.map(([, variant, type = "", description = ""]) => [names.get(variant) ?? "", [type, description]]),
  );
}

// S3.L12.1
test("every kind of event that the server writes is known here, by its code and description", () => {
  const known = new Map(KINDS.map(({ kind, type, description }) => [kind, [type, description]]));
  const server = ofServer();
  expect(server.size).toBeGreaterThan(50);
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(server));
});

test.each(["en", "zh-CN"] as const)("every kind has a sentence and a name in %s", async (language) => {
  await chooseLanguage(language);
  const missing = KINDS.filter(({ kind }) => {
    const event = anEvent({ kind, actor: ADA, target: GRACE });
    return textOf(t(), event) === event.description || !words.exists(`logs:kind.${kind}`);
  });
  await chooseLanguage("en");
  expect(missing).toEqual([]);
});

describe("an event in words", () => {
  test("says who signed in where", () => {
    const event = anEvent({ kind: "sign_in.succeeded", actor: ADA, target: ADA }, SHOP);
    expect(textOf(t(), event)).toBe("Ada Lovelace signed in to Shop");
    expect(sentenceOf(t(), event).filter((piece) => piece.isName)).toEqual([
      { text: "Ada Lovelace", isName: true },
      { text: "Shop", isName: true },
    ]);
  });

  test("says what a status became, and why", () => {
    expect(textOf(t(), suspended)).toBe("Ada Lovelace suspended Grace Hopper");
    expect(reasonOf(t(), suspended)).toBe("Reported for spam");
  });

  test("names whose account it was where a visitor failed, and what a refusal means", () => {
    const event = anEvent({ kind: "sign_in.refused", actor: VISITOR, target: GRACE, reason: "locked" }, SHOP);
    expect(textOf(t(), event)).toBe("Grace Hopper could not sign in to Shop");
    expect(reasonOf(t(), event)).toBe("the account is locked");
  });

  test("tells one's own profile from another's", () => {
    expect(textOf(t(), anEvent({ kind: "user.updated", actor: ADA, target: ADA }))).toBe(
      "Ada Lovelace changed their own profile",
    );
    expect(textOf(t(), anEvent({ kind: "user.updated", actor: ADA, target: GRACE }))).toBe(
      "Ada Lovelace changed the profile of Grace Hopper",
    );
  });

  test("names the address that was let in again", () => {
    const changes = [{ field: "ip", from: "192.0.2.7" }];
    const event = anEvent({ kind: "sign_in.lock_lifted", actor: ADA, changes }, { ip: "127.0.0.1" });
    expect(textOf(t(), event)).toBe("Ada Lovelace released the address 192.0.2.7");
  });

  test("keeps names as they are, whatever they look like", () => {
    const odd = { ...GRACE, name: "{{actor}} <b>$t(title)</b>" };
    expect(textOf(t(), anEvent({ kind: "user.deleted", actor: ADA, target: odd }))).toBe(
      "Ada Lovelace deleted {{actor}} <b>$t(title)</b>",
    );
  });

  test("falls back to the server's words for kinds of a newer one", () => {
    expect(textOf(t(), anEvent({ kind: "moon.landed", actor: ADA }))).toBe("Something New");
  });
});
