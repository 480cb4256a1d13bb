import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/errors";

/** Answers are asked again when a page comes back into view; a refusal is not asked twice. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      },
    },
  });
}
