import { createContext, useContext, type ReactNode } from "react";
import type { Api } from "./client";

const ApiContext = createContext<Api | undefined>(undefined);

/** Makes the API known to everything below. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return <ApiContext.Provider value={api}>{children}</ApiContext.Provider>;
}

/** The Management API. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("no API above");
  return api;
}
