import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer } from "../../api/client";
import type { components } from "../../api/schema";
import type { Application, BrowserSession } from "../../api/types";
import { everything, partOf } from "../../kit/everything";

/** What an application may ask of an API. */
export type ClientGrant = components["schemas"]["ClientGrant"];
/** A kind of application. */
export type ApplicationType = components["schemas"]["ClientType"];

/** Kinds of application, in the order they are offered. */
export const TYPES: ApplicationType[] = ["spa", "regular_web", "native", "non_interactive"];

/** Sessions of a page. */
export const SESSIONS_PER_PAGE = 25;

/** All applications: a tenant has few, and their names are searched here. */
export function useApplications() {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", "list"],
    queryFn: ({ signal }): Promise<Application[]> =>
      everything(async (query) =>
        partOf("clients", await answer(api.GET("/api/v2/clients", { params: { query }, signal }))),
      ),
  });
}

/** An application without its secret: what is not shown is not asked for, and every reading is on record. */
export function useApplication(clientId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", clientId],
    queryFn: ({ signal }): Promise<Application> => {
      const query = { fields: "client_secret", include_fields: false };
      return answer(api.GET("/api/v2/clients/{id}", { params: { path: { id: clientId }, query }, signal }));
    },
  });
}

/** What an application was granted. */
export function useGrants(clientId: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", clientId, "grants"],
    enabled,
    queryFn: ({ signal }) =>
      everything(async (page) => {
        const query = { ...page, client_id: clientId };
        return partOf("client_grants", await answer(api.GET("/api/v2/client-grants", { params: { query }, signal })));
      }),
  });
}

/** Who is signed in to an application now, behind a cursor. */
export function useSignedIn(clientId: string, from: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["clients", clientId, "sessions", from ?? ""],
    queryFn: ({ signal }): Promise<{ sessions: BrowserSession[]; next?: string; total?: number }> => {
      const query = { take: SESSIONS_PER_PAGE, include_totals: true, ...(from && { from }) };
      return answer(api.GET("/api/v2/clients/{id}/sessions", { params: { path: { id: clientId }, query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
