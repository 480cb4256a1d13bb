import { answer } from "../../api/client";
import type { components } from "../../api/schema";
import type { Application } from "../../api/types";
import { useChange } from "../../kit/useChange";

type Schemas = components["schemas"];

/** Makes an application; the answer holds its secret. */
export function useCreateApplication() {
  return useChange((api, body: Schemas["ClientCreate"]) => answer(api.POST("/api/v2/clients", { body })), {
    touches: [["clients", "list"]],
  });
}

/** Changes an application; the answer holds a secret only if it is new. */
export function useUpdateApplication(clientId: string) {
  return useChange(
    (api, body: Schemas["ClientUpdate"]) =>
      answer(api.PATCH("/api/v2/clients/{id}", { params: { path: { id: clientId } }, body })),
    { touches: [["clients"]] },
  );
}

/** Gives an application another secret. */
export function useRotateSecret(clientId: string) {
  return useChange<void, Application>(
    (api) => answer(api.POST("/api/v2/clients/{id}/rotate-secret", { params: { path: { id: clientId } } })),
    { touches: [["clients"]] },
  );
}

/** Deletes an application. */
export function useDeleteApplication(clientId: string) {
  return useChange<void, unknown>(
    (api) => answer(api.DELETE("/api/v2/clients/{id}", { params: { path: { id: clientId } } })),
    { touches: [["clients"]], gone: true },
  );
}

/** Grants an application scopes of an API. */
export function useCreateGrant(clientId: string) {
  return useChange((api, body: Schemas["ClientGrantCreate"]) => answer(api.POST("/api/v2/client-grants", { body })), {
    touches: [["clients", clientId]],
  });
}

/** Changes what a grant holds. */
export function useUpdateGrant(clientId: string) {
  return useChange(
    (api, { id, scope }: { id: string; scope: string[] }) =>
      answer(api.PATCH("/api/v2/client-grants/{id}", { params: { path: { id } }, body: { scope } })),
    { touches: [["clients", clientId]] },
  );
}

/** Takes a grant back. */
export function useDeleteGrant(clientId: string) {
  return useChange(
    (api, id: string) => answer(api.DELETE("/api/v2/client-grants/{id}", { params: { path: { id } } })),
    { touches: [["clients", clientId]] },
  );
}

/** Ends a browser's session, with what was given in it. */
export function useEndSession(clientId: string) {
  return useChange(
    (api, id: string) => answer(api.POST("/api/v2/sessions/{id}/revoke", { params: { path: { id } } })),
    { touches: [["clients", clientId, "sessions"], ["users"]] },
  );
}

/** Takes a user offline: from one application, or from all without it. */
export function useTakeOffline(clientId: string) {
  return useChange(
    (api, { userId, everywhere }: { userId: string; everywhere: boolean }) =>
      answer(
        api.POST("/api/v2/users/{id}/revoke-access", {
          params: { path: { id: userId } },
          body: everywhere ? {} : { client_id: clientId },
        }),
      ),
    { touches: [["clients", clientId, "sessions"], ["users"]] },
  );
}
