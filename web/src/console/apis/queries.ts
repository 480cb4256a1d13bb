import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer } from "../../api/client";
import type { components } from "../../api/schema";
import { everything, partOf } from "../../kit/everything";

/** An API that tokens are for. */
export type ResourceServer = components["schemas"]["ResourceServer"];
/** A scope of an API. */
export type Scope = components["schemas"]["ResourceServerScope"];

/** All APIs: a tenant has few. */
export function useApis(enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["apis", "list"],
    enabled,
    queryFn: ({ signal }) =>
      everything(async (query) =>
        partOf("resource_servers", await answer(api.GET("/api/v2/resource-servers", { params: { query }, signal }))),
      ),
  });
}

/** An API, by its id or its identifier. */
export function useApiServer(apiId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["apis", apiId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v2/resource-servers/{id}", { params: { path: { id: apiId } }, signal })),
  });
}
