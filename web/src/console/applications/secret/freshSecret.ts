import { skipToken, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

function keyOf(clientId: string) {
  return ["fresh-secret", clientId];
}

/** Keeps a secret that the server told just now, in memory, until its application's page is left. */
export function keepSecret(queries: QueryClient, clientId: string, secret: string | undefined): void {
  if (secret) queries.setQueryData(keyOf(clientId), secret);
}

/** The secret told just now, if there is one, and how to put it away. */
export function useFreshSecret(clientId: string): { secret: string | undefined; forget: () => void } {
  const queries = useQueryClient();
  const { data } = useQuery<string>({ queryKey: keyOf(clientId), queryFn: skipToken, staleTime: Infinity });
  return { secret: data || undefined, forget: () => queries.setQueryData(keyOf(clientId), "") };
}

/** Forgets the secret when the page is left. */
export function useForgetOnLeaving(clientId: string): void {
  const queries = useQueryClient();
  useEffect(() => () => queries.removeQueries({ queryKey: keyOf(clientId) }), [queries, clientId]);
}
