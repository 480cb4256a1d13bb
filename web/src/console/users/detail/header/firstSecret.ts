import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** What an administrator must hand on, and sees once. */
export interface FirstSecret {
  kind: "password" | "passwordLink";
  secret: string;
}

function keyOf(userId: string) {
  return ["secrets", userId];
}

/** Keeps a secret for the page that shows it next: in memory alone, never in an address or the browser's history. */
export function keepSecret(queries: QueryClient, userId: string, secret: FirstSecret): void {
  queries.setQueryData(keyOf(userId), secret);
}

/** The secret that was kept for a user's page; `forget` is its end. */
export function useFirstSecret(userId: string): { secret: FirstSecret | undefined; forget: () => void } {
  const queries = useQueryClient();
  const [secret, setSecret] = useState(() => queries.getQueryData<FirstSecret>(keyOf(userId)));
  function forget() {
    queries.removeQueries({ queryKey: keyOf(userId) });
    setSecret(undefined);
  }
  return { secret, forget };
}
