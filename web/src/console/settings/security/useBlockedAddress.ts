import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../../api/ApiContext";
import { answer } from "../../../api/client";
import { ApiError } from "../../../api/errors";

/** Whether an address is blocked, and the way to let it in again; nothing for no address. */
export function useBlockedAddress(address: string) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { id: address } };
  const queryKey = ["settings", "blocked-address", address];
  const query = useQuery({
    queryKey,
    enabled: address !== "",
    staleTime: 0,
    queryFn: async () => {
      try {
        await answer(api.GET("/api/v2/anomaly/blocks/ips/{id}", { params, parseAs: "text" }));
        return "blocked" as const;
      } catch (problem) {
        // Not found is the answer: it is free.
        if (problem instanceof ApiError && problem.status === 404) return "free" as const;
        throw problem;
      }
    },
  });
  const release = useMutation({
    mutationFn: () => answer(api.DELETE("/api/v2/anomaly/blocks/ips/{id}", { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    state: query.data,
    error: query.error,
    look: query.refetch,
    release: release.mutateAsync,
    isReleasing: release.isPending,
  };
}
