import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../../api/ApiContext";
import { answer, type Api } from "../../../../api/client";
import type { components } from "../../../../api/schema";
import { everything, partOf } from "../../../../kit/everything";
import { useChange } from "../../../../kit/useChange";
import { TOUCHED } from "./user";

/** What an application may do while the person is away. */
export type RefreshToken = components["schemas"]["RefreshToken"];
/** What a person agreed to. */
export type Grant = components["schemas"]["Grant"];

/** How many rows a page holds. */
const TAKE = 50;

/** The browsers in which a user is signed in. */
export function useSessions(userId: string, enabled = true) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["users", "sessions", userId],
    queryFn: ({ pageParam: from }) => {
      const query = { take: TAKE, ...(from ? { from } : {}) };
      return answer(api.GET("/api/v2/users/{id}/sessions", { params: { path: { id: userId }, query } }));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: (told) => told.pages.flatMap((page) => page.sessions),
    enabled,
  });
}

/** The devices on which applications may act for a user. */
export function useDevices(userId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["users", "devices", userId],
    queryFn: ({ pageParam: from }) => {
      const query = { take: TAKE, ...(from ? { from } : {}) };
      return answer(api.GET("/api/v2/users/{id}/refresh-tokens", { params: { path: { id: userId }, query } }));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: (told) => told.pages.flatMap((page) => page.tokens),
  });
}

/** What a user agreed that applications may do. */
export function useGrants(userId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "grants", userId],
    queryFn: () =>
      everything(async (part) => {
        const query = { ...part, user_id: userId };
        return partOf("grants", await answer(api.GET("/api/v2/grants", { params: { query } })));
      }),
  });
}

async function namesOf(api: Api): Promise<Map<string, string>> {
  const rows = await everything(async (part) => {
    const query = { ...part, fields: "client_id,name", include_fields: true };
    return partOf("clients", await answer(api.GET("/api/v2/clients", { params: { query } })));
  });
  return new Map(rows.map((row) => [row.client_id ?? "", row.name ?? ""]));
}

/** What applications are called; one that is gone or may not be seen goes by its id. */
export function useApplicationNames(enabled: boolean): (clientId: string) => string {
  const api = useApi();
  const { data } = useQuery({ queryKey: ["clients", "nameById"], queryFn: () => namesOf(api), enabled });
  return (clientId) => data?.get(clientId) || clientId;
}

/** What of a user's access ends: all, or one application's; the user may be told. */
export function useRevokeAccess(userId: string) {
  return useChange(
    (api, { clientId, ...told }: { clientId?: string | undefined; notify?: boolean }) =>
      answer(
        api.POST("/api/v2/users/{id}/revoke-access", {
          params: { path: { id: userId } },
          body: { preserve_refresh_tokens: false, ...told, ...(clientId ? { client_id: clientId } : {}) },
        }),
      ),
    { touches: TOUCHED },
  );
}

/** Ends a browser's session and all that was given in it. */
export function useRevokeSession() {
  return useChange(
    (api, id: string) => answer(api.POST("/api/v2/sessions/{id}/revoke", { params: { path: { id } } })),
    { touches: TOUCHED },
  );
}

/** Unlinks a device: its refresh token ends. */
export function useUnlinkDevice() {
  return useChange(
    (api, id: string) => answer(api.DELETE("/api/v2/device-credentials/{id}", { params: { path: { id } } })),
    { touches: TOUCHED },
  );
}

/** Ends the sessions of all browsers of a user. */
export function useEndSessions(userId: string) {
  return useChange((api) => answer(api.DELETE("/api/v2/users/{id}/sessions", { params: { path: { id: userId } } })), {
    touches: TOUCHED,
  });
}

/** Unlinks all devices of a user: their refresh tokens end. */
export function useUnlinkDevices(userId: string) {
  return useChange(
    (api) => answer(api.DELETE("/api/v2/users/{id}/refresh-tokens", { params: { path: { id: userId } } })),
    { touches: TOUCHED },
  );
}

/** Withdraws all consents of a user. */
export function useWithdrawGrants(userId: string) {
  return useChange((api) => answer(api.DELETE("/api/v2/grants", { params: { query: { user_id: userId } } })), {
    touches: TOUCHED,
  });
}

/** Withdraws a consent. */
export function useWithdrawGrant() {
  return useChange((api, id: string) => answer(api.DELETE("/api/v2/grants/{id}", { params: { path: { id } } })), {
    touches: TOUCHED,
  });
}
