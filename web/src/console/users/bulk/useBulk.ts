import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "../../../api/ApiContext";
import type { User } from "../../../api/types";
import type { BulkRequest } from "./actions";
import { runBulk, type BulkResult } from "./runBulk";

/** A bulk under way or over. */
export interface BulkRun {
  users: User[];
  results: BulkResult[];
  running: boolean;
  /** What it is found by in the record, however many pieces it has. */
  batch: string;
}

/** Runs bulks: the one under way, how to begin, to stop, and to try again what failed. */
export function useBulk() {
  const api = useApi();
  const queries = useQueryClient();
  const [run, setRun] = useState<BulkRun>();
  const last = useRef<{ request: BulkRequest; stop: AbortController }>(undefined);

  async function go(request: BulkRequest, users: User[], before: BulkResult[], batch: string) {
    const stop = new AbortController();
    last.current = { request, stop };
    let results = before;
    const show = (running: boolean) =>
      setRun({ users: [...before.map(({ user }) => user), ...users], results, running, batch });
    show(true);
    await runBulk(
      api,
      request,
      users,
      batch,
      (piece) => {
        results = [...results, ...piece];
        show(true);
      },
      stop.signal,
    );
    show(false);
    await Promise.all(["users", "roles", "stats", "logs"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  }

  return {
    run,
    begin: (request: BulkRequest, users: User[]) => go(request, users, [], crypto.randomUUID()),
    stop: () => last.current?.stop.abort(),
    /** Tries again what failed, and what was stopped before it began. */
    retry: () => {
      if (!run || !last.current) return;
      const kept = run.results.filter(({ outcome }) => outcome !== "failed");
      const over = new Set(kept.map(({ user }) => user.user_id));
      return go(
        last.current.request,
        run.users.filter(({ user_id }) => !over.has(user_id)),
        kept,
        run.batch,
      );
    },
  };
}
