import { answer, type Api } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { refusalWords } from "../../../api/refusals/refusals";
import type { User } from "../../../api/types";
import type { BulkRequest } from "./actions";

/** How it went for one user. */
export interface BulkResult {
  user: User;
  outcome: "done" | "skipped" | "failed";
  /** Why it failed. */
  error?: unknown;
}

/** So many users at once: few enough that progress shows and that stopping stops. */
const PIECE = 25;

async function askPiece(api: Api, request: BulkRequest, users: User[], batch: string): Promise<BulkResult[]> {
  const body = { ...request, user_ids: users.map(({ user_id = "" }) => user_id) };
  try {
    const headers = { "X-Correlation-ID": batch };
    const given = await answer(api.POST("/api/v2/users/bulk-actions", { body, headers }));
    if (given.results.some(({ error }) => error)) await refusalWords();
    const told = new Map(given.results.map((result) => [result.user_id, result]));
    return users.map((user): BulkResult => {
      const { outcome = "failed", error } = told.get(user.user_id ?? "") ?? {};
      if (!error) return { user, outcome };
      return { user, outcome, error: new ApiError(error.statusCode, error.errorCode, error.message, error.field) };
    });
  } catch (error) {
    // Nothing of the piece was done, or nobody knows: it may be sent again, for what was done is skipped then.
    return users.map((user) => ({ user, outcome: "failed", error }));
  }
}

/**
 * Does something to many users, piece by piece in their order, and tells each piece's results. A piece that fails hinders
 * no other; after `signal` no further piece begins. `batch` is what all of it is found by in the record.
 */
export async function runBulk(
  api: Api,
  request: BulkRequest,
  users: User[],
  batch: string,
  onResults: (results: BulkResult[]) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < users.length && !signal.aborted; start += PIECE) {
    onResults(await askPiece(api, request, users.slice(start, start + PIECE), batch));
  }
}
