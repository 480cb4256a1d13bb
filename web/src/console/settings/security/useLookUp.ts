import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../../api/ApiContext";
import type { Api } from "../../../api/client";

/** How something that may be kept out is found, and let in again. */
interface Ways {
  /** Where the answer is kept. */
  kind: string;
  isBlocked: (api: Api, asked: string) => Promise<boolean>;
  release: (api: Api, asked: string) => Promise<unknown>;
}

/** Whether something is kept out now, and the way to let it in again. */
export interface LookedUp {
  isBlocked: boolean | undefined;
  error: unknown;
  /** Asks once more. */
  look: () => Promise<unknown>;
  release: () => Promise<unknown>;
  isReleasing: boolean;
}

/** Whether an address or an identifier is kept out now; nothing is asked for an empty one. */
export function useLookUp({ kind, isBlocked, release }: Ways, asked: string): LookedUp {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ["settings", kind, asked];
  const query = useQuery({ queryKey, enabled: asked !== "", staleTime: 0, queryFn: () => isBlocked(api, asked) });
  const letIn = useMutation({
    mutationFn: () => release(api, asked),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    isBlocked: query.data,
    error: query.error,
    look: query.refetch,
    release: () => letIn.mutateAsync(),
    isReleasing: letIn.isPending,
  };
}
