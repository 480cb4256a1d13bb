import { describe, expect, test } from "vitest";
import { ADA, anEvent } from "../testEvents";
import { follow, type Source } from "./follow";
import { arrived, merged, NOTHING, released, type Tail } from "./tail";

const event = (log_id: string) => anEvent({ kind: "sign_in.succeeded", actor: ADA }, { log_id });
const events = (...ids: string[]) => ids.map(event);
const idsOf = (list: { log_id: string }[]) => list.map(({ log_id }) => log_id);

describe("the tail", () => {
  test("shows what came, the newest first, each once", () => {
    const once = arrived(NOTHING, events("1", "2"), false);
    const twice = arrived(once, events("2", "3", "3"), false);
    expect(idsOf(twice.shown)).toEqual(["3", "2", "1"]);
  });

  test("holds back while somebody reads, and loses none", () => {
    const before = arrived(NOTHING, events("1"), false);
    const waiting = arrived(arrived(before, events("2"), true), events("2", "3"), true);
    expect([idsOf(waiting.shown), idsOf(waiting.waiting)]).toEqual([["1"], ["3", "2"]]);
    expect(idsOf(released(waiting).shown)).toEqual(["3", "2", "1"]);
    // What comes after reading has ended brings along what waited.
    expect(idsOf(arrived(waiting, events("4"), false).shown)).toEqual(["4", "3", "2", "1"]);
  });

  test("stands above a list that has some of its events, without showing one twice or too early", () => {
    const tail: Tail = { shown: events("4"), waiting: events("5") };
    expect(idsOf(merged(tail, events("5", "4", "3")))).toEqual(["4", "3"]);
  });
});

/** A record that grows while it is followed; each step tells what happens in it. */
function aRecord(steps: (() => void)[], { step = 100 }: { step?: number } = {}) {
  const record: string[] = ["1", "2"];
  const taken: string[] = [];
  const works: boolean[] = [];
  const stop = new AbortController();
  let listed: string[] = [];
  let fails = false;
  const source: Source = {
    newest: async () => record.at(-1),
    reload: async () => {
      listed = [...record];
    },
    behind: async (from) => {
      if (fails) throw new TypeError("offline");
      return record
        .slice(from ? record.indexOf(from) + 1 : 0)
        .slice(0, step)
        .map(event);
    },
    take: (found) => taken.push(...idsOf(found)),
    working: (well) => works.push(well),
    pause: async () => {
      const next = steps.shift();
      if (next) next();
      else stop.abort();
    },
    step,
    signal: stop.signal,
  };
  return { record, source, taken, works, listed: () => listed, fail: (on: boolean) => (fails = on) };
}

describe("following", () => {
  test("loses nothing between the list and the tail, though events come in between", async () => {
    const world = aRecord([() => undefined]);
    world.source.newest = async () => {
      const newest = world.record.at(-1);
      world.record.push("3");
      return newest;
    };
    await follow(world.source);
    expect(world.listed()).toEqual(["1", "2", "3"]);
    // It stands in both, and the tail shows each event once.
    expect(world.taken).toEqual(["3"]);
    expect(idsOf(merged(arrived(NOTHING, events(...world.taken), false), events("3", "2", "1")))).toEqual([
      "3",
      "2",
      "1",
    ]);
  });

  test("goes on from the last event of each answer", async () => {
    const world = aRecord([() => world.record.push("3", "4"), () => world.record.push("5"), () => undefined]);
    await follow(world.source);
    expect(world.taken).toEqual(["3", "4", "5"]);
  });

  test("asks on at once while answers are full", async () => {
    const world = aRecord([() => world.record.push("3", "4", "5")], { step: 2 });
    await follow(world.source);
    expect(world.taken).toEqual(["3", "4", "5"]);
  });

  test("says that the server does not answer, and takes up what it missed", async () => {
    const offline = () => {
      world.fail(true);
      world.record.push("3");
    };
    const world = aRecord([offline, () => world.fail(false), () => undefined]);
    await follow(world.source);
    expect(world.works).toEqual([true, false, true, true]);
    expect(world.taken).toEqual(["3"]);
  });
});
