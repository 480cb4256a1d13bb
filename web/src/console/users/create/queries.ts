import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useApi } from "../../../api/ApiContext";
import { answer } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { everything, partOf } from "../../../kit/everything";
import { useChange } from "../../../kit/useChange";
import { randomWord } from "../../../session/pkce";
import type { UserCreate } from "./values";

/** A database of our own. */
export interface Database {
  name: string;
  /** Its name for people. */
  label: string;
}

/** The connections that users can be made at: databases of our own that are not switched off. */
export function useDatabases() {
  const api = useApi();
  return useQuery({
    queryKey: ["connections", "databases"],
    queryFn: () =>
      everything(async (query) =>
        partOf("connections", await answer(api.GET("/api/v2/connections", { params: { query } }))),
      ),
    select: (connections) =>
      connections
        .filter(({ strategy, enabled }) => strategy === "auth0" && enabled !== false)
        .map(({ name = "", display_name: shown }): Database => ({ name, label: shown || name })),
  });
}

/** Makes a user; an attempt that had no answer can be repeated and makes no second one. */
export function useCreateUser() {
  const key = useRef<string>(undefined);
  return useChange(
    async (api, body: UserCreate) => {
      key.current ??= randomWord();
      const header = { "Idempotency-Key": key.current };
      try {
        const made = await answer(api.POST("/api/v2/users", { params: { header }, body }));
        key.current = undefined;
        return made;
      } catch (error) {
        if (error instanceof ApiError && error.status > 0) key.current = undefined;
        throw error;
      }
    },
    { touches: [["users"], ["logs"], ["stats"], ["roles"]] },
  );
}
