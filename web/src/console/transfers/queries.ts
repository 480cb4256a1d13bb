import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/ApiContext";
import { answer } from "../../api/client";
import { refusalWords } from "../../api/refusals/refusals";
import type { components } from "../../api/schema";
import type { Connection, Job } from "../../api/types";

type Schemas = components["schemas"];
/** What to export, and how. */
export type ExportRequest = Schemas["UsersExportJob"];
/** What the list shows. */
export type TransferType = "users_import" | "users_export";
/** An entry that something was wrong with. */
export type EntryErrors = Schemas["JobEntryErrors"];

/** Jobs of a page of the list. */
export const JOBS_A_PAGE = 20;
/** Entries of a page of the error table. */
export const ERRORS_A_PAGE = 25;
/** How often a running job is asked for, in milliseconds. */
const ASKED_EVERY = 1_000;

/** Whether nothing more happens to a job. */
export function isOver(job: Job): boolean {
  return job.status !== "pending" && job.status !== "processing";
}

/** Imports or exports, the newest first; asked again while one runs. */
export function useJobs(type: TransferType, from: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["jobs", type, from],
    queryFn: async () => {
      const query = { type, from, take: JOBS_A_PAGE };
      const page = await answer(api.GET("/api/v2/jobs", { params: { query } }));
      if (page.jobs.some((job) => job.status_details)) await refusalWords();
      return page;
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.jobs.every(isOver) ? false : ASKED_EVERY * 2),
  });
}

/** A job; asked again until it is over. */
export function useJob(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["jobs", id],
    queryFn: async () => {
      const job = await answer(api.GET("/api/v2/jobs/{id}", { params: { path: { id } } }));
      if (job.status_details) await refusalWords();
      return job;
    },
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : ASKED_EVERY),
  });
}

/** A page of the entries that something was wrong with; `failed` asks again when there are more. */
export function useJobErrors(id: string, from: string | undefined, failed: number) {
  const api = useApi();
  return useQuery({
    queryKey: ["jobs", id, "errors", from, failed],
    queryFn: async () => {
      const query = { from, take: ERRORS_A_PAGE };
      const page = await answer(api.GET("/api/v2/jobs/{id}/errors", { params: { path: { id }, query } }));
      await refusalWords();
      return { ...(page as { errors: EntryErrors[]; next?: string }), from };
    },
    placeholderData: keepPreviousData,
    enabled: failed > 0,
  });
}

/** Asks for all entries that something was wrong with. */
export function useAllErrors(id: string): () => Promise<EntryErrors[]> {
  const api = useApi();
  return async () => {
    const all = await answer(api.GET("/api/v2/jobs/{id}/errors", { params: { path: { id } } }));
    return (Array.isArray(all) ? all : []) as EntryErrors[];
  };
}

/** Asks for the link to an export's file, which holds a minute. */
export function useFileLink(id: string): () => Promise<string | undefined> {
  const api = useApi();
  return async () => (await answer(api.GET("/api/v2/jobs/{id}", { params: { path: { id } } }))).location;
}

/** Cancels a job. */
export function useCancelJob(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST("/api/v2/jobs/{id}/cancel", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

/** Asks for an export. */
export function useStartExport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ExportRequest) => answer(api.POST("/api/v2/jobs/users-exports", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

/** The connections that users live in with their passwords. */
export function useDatabases() {
  const api = useApi();
  return useQuery({
    queryKey: ["connections", "databases"],
    queryFn: async () => {
      const query = { strategy: "auth0", per_page: 100 };
      return (await answer(api.GET("/api/v2/connections", { params: { query } }))) as unknown as Connection[];
    },
  });
}

/** About how many users a search finds. */
export function useMatches(q: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "matches", q],
    queryFn: async () => {
      const query = { q: q || undefined, per_page: 0, include_totals: q ? "estimate" : "true" };
      const list = await answer(api.GET("/api/v2/users", { params: { query: query as object } }));
      return list as unknown as { total: number; total_is_estimate?: boolean };
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
