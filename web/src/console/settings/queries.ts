import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer, type Api } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];
/** What the tenant decides for everybody. */
export type TenantSettings = Schemas["TenantSettings"];
/** How sign-in asks. */
export type Prompts = Schemas["Prompts"];
/** A built-in field of users. */
export type UserField = Schemas["UserField"];
/** What a connection does. */
export type Options = Schemas["ConnectionOptions"];
/** The connection by which people sign in with a password. */
export type PasswordConnection = Schemas["Connection"];

/** Something that is read as a whole and changed in parts, after which the server's answer is shown. */
function useSetting<Told, Sent>(
  name: string,
  read: (api: Api) => Promise<Told>,
  write: (api: Api, sent: Sent) => Promise<Told>,
) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ["settings", name];
  const query = useQuery({ queryKey, queryFn: () => read(api) });
  async function save(sent: Sent): Promise<void> {
    queries.setQueryData(queryKey, await write(api, sent));
    await queries.invalidateQueries({ queryKey: ["connections"] });
  }
  return { ...query, save };
}

/** The tenant's settings. */
export function useTenant() {
  return useSetting(
    "tenant",
    async (api) => (await answer(api.GET("/api/v2/tenants/settings"))) as TenantSettings,
    (api, body: Schemas["TenantSettingsUpdate"]) => answer(api.PATCH("/api/v2/tenants/settings", { body })),
  );
}

/** What protects accounts. */
export function useBruteForce() {
  return useSetting(
    "brute-force",
    (api) => answer(api.GET("/api/v2/attack-protection/brute-force-protection")),
    (api, body: Schemas["BruteForceProtectionUpdate"]) =>
      answer(api.PATCH("/api/v2/attack-protection/brute-force-protection", { body })),
  );
}

/** What protects from addresses. */
export function useIpThrottling() {
  return useSetting(
    "ip-throttling",
    (api) => answer(api.GET("/api/v2/attack-protection/suspicious-ip-throttling")),
    (api, body: Schemas["SuspiciousIpThrottlingUpdate"]) =>
      answer(api.PATCH("/api/v2/attack-protection/suspicious-ip-throttling", { body })),
  );
}

/** How the hosted pages ask. */
export function usePrompts() {
  return useSetting(
    "prompts",
    (api) => answer(api.GET("/api/v2/prompts")),
    (api, body: Schemas["PromptsUpdate"]) => answer(api.PATCH("/api/v2/prompts", { body })),
  );
}

async function readConnection(api: Api): Promise<PasswordConnection> {
  const found = (await answer(
    api.GET("/api/v2/connections", { params: { query: { strategy: "auth0", per_page: 1 } } }),
  )) as PasswordConnection[];
  if (!found[0]) throw new Error("no connection");
  return found[0];
}

/** The connection of passwords. Its options are replaced as a whole: whoever saves sends all of them. */
export function useConnection() {
  return useSetting(
    "connection",
    readConnection,
    (api, { id, ...body }: { id: string; options?: Options; enabled?: boolean }) =>
      answer(api.PATCH("/api/v2/connections/{id}", { params: { path: { id } }, body })),
  );
}

/** The built-in fields of users; saving one answers that one. */
export function useUserFields() {
  return useSetting(
    "user-fields",
    (api) => answer(api.GET("/api/v2/user-fields")),
    async (api, { name, ...body }: Schemas["UserFieldUpdate"] & { name: string }) => {
      await answer(api.PATCH("/api/v2/user-fields/{id}", { params: { path: { id: name } }, body }));
      return answer(api.GET("/api/v2/user-fields"));
    },
  );
}

/** The identifiers of the tenant's APIs. */
export function useAudiences(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["settings", "audiences"],
    enabled,
    queryFn: async () => {
      const told = await answer(api.GET("/api/v2/resource-servers", { params: { query: { per_page: 100 } } }));
      return told as { identifier: string; name?: string }[];
    },
  });
}
