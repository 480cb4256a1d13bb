import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useApi } from "../api/ApiContext";
import type { Api } from "../api/client";

interface Touched {
  /** What is asked again afterwards. */
  touches: QueryKey[];
  /** True where the thing is gone: its own page is about to close and must not ask for it again. */
  gone?: boolean;
}

/** A change by the API, after which everything that it touches is asked again. */
export function useChange<Sent, Told>(
  change: (api: Api, sent: Sent) => Promise<Told>,
  { touches, gone = false }: Touched,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => change(api, sent),
    onSuccess: () =>
      Promise.all(
        touches.map((queryKey) => queries.invalidateQueries({ queryKey, refetchType: gone ? "none" : "active" })),
      ),
  });
}
