import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../../../api/ApiContext";
import { answer, type Api } from "../../../../api/client";
import type { User } from "../../../../api/types";
import type { components } from "../../../../api/schema";
import { useChange } from "../../../../kit/useChange";

/** What may be changed of a user. */
export type UserUpdate = components["schemas"]["UserUpdate"];
/** A status that an account may be given. */
export type Status = components["schemas"]["AccountStatus"];
/** What somebody may administer. */
export type PlatformRole = components["schemas"]["AccountRole"];

/** A user, with the version that a change is meant for. */
export interface Versioned {
  user: User;
  /** The ETag. */
  version: string;
}

/** Where a user is kept among the answers. */
export function userKey(userId: string) {
  return ["users", "one", userId];
}

/** Where everything that depends on a user is kept: lists too, for it may stand in them. */
export const TOUCHED = [["users"], ["logs"], ["stats"]];

interface Told<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function versioned(asked: Promise<Told<User>>): Promise<Versioned> {
  const user = await answer(asked);
  return { user, version: (await asked).response.headers.get("etag") ?? "*" };
}

/** Reads a user now. */
export function readUser(api: Api, userId: string): Promise<Versioned> {
  return versioned(api.GET("/api/v2/users/{id}", { params: { path: { id: userId } } }));
}

/** A user. */
export function useUser(userId: string) {
  const api = useApi();
  return useQuery({ queryKey: userKey(userId), queryFn: () => readUser(api, userId) });
}

/** Changes a user whose version has not changed since; everything else on the screen is asked again. */
export function useUpdateUser(userId: string) {
  const queries = useQueryClient();
  const change = useChange(
    (api, { changes, version }: { changes: UserUpdate; version?: string | undefined }) =>
      versioned(
        api.PATCH("/api/v2/users/{id}", {
          params: { path: { id: userId }, ...(version ? { header: { "If-Match": version } } : {}) },
          body: changes,
        }),
      ),
    { touches: TOUCHED },
  );
  return async (changes: UserUpdate, version?: string): Promise<Versioned> => {
    const told = await change.mutateAsync({ changes, version });
    queries.setQueryData(userKey(userId), told);
    return told;
  };
}

/** Sets a user's status, says why, and may tell the user. */
export function useSetStatus(userId: string) {
  return useChange(
    (api, { reason, ...wanted }: { status: Status; reason: string; notify?: boolean }) =>
      answer(
        api.PATCH("/api/v2/users/{id}/status", {
          params: { path: { id: userId } },
          body: { ...wanted, ...(reason ? { reason } : {}) },
        }),
      ),
    { touches: TOUCHED },
  );
}

/** Deletes a user. */
export function useDeleteUser(userId: string) {
  return useChange((api) => answer(api.DELETE("/api/v2/users/{id}", { params: { path: { id: userId } } })), {
    touches: TOUCHED,
    gone: true,
  });
}
