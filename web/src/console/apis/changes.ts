import { answer, type Api } from "../../api/client";
import type { components } from "../../api/schema";
import { useChange } from "../../kit/useChange";
import type { Scope } from "./queries";

type Update = components["schemas"]["ResourceServerUpdate"];

/** Makes an API known. */
export function useCreateApi() {
  return useChange(
    (api, body: components["schemas"]["ResourceServerCreate"]) =>
      answer(api.POST("/api/v2/resource-servers", { body })),
    { touches: [["apis"]] },
  );
}

function update(api: Api, id: string, body: Update) {
  return answer(api.PATCH("/api/v2/resource-servers/{id}", { params: { path: { id } }, body }));
}

/** Changes an API's settings. */
export function useUpdateApi(apiId: string) {
  return useChange((api, body: Update) => update(api, apiId, body), { touches: [["apis"]] });
}

/** Changes an API's scopes: those of now, not those that this page has seen, which somebody else may have changed. */
export function useChangeScopes(apiId: string) {
  return useChange(
    async (api, change: (scopes: Scope[]) => Scope[]) => {
      const params = { path: { id: apiId } };
      const { scopes } = await answer(api.GET("/api/v2/resource-servers/{id}", { params }));
      return update(api, apiId, { scopes: change(scopes) });
    },
    { touches: [["apis"], ["roles"], ["users"], ["clients"]] },
  );
}

/** Deletes an API, with the permissions and grants that it had. */
export function useDeleteApi(apiId: string) {
  return useChange<void, unknown>(
    (api) => answer(api.DELETE("/api/v2/resource-servers/{id}", { params: { path: { id: apiId } } })),
    { touches: [["apis"], ["roles"], ["users"], ["clients"]], gone: true },
  );
}
