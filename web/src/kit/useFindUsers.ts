import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../api/ApiContext";
import { answer } from "../api/client";
import type { User } from "../api/types";
import { begins, quoted } from "./filters/query";

/** What people are called by: whose begins so is meant rather than whose id happens to hold it. */
const NAMES = ["name", "given_name", "family_name", "nickname", "email", "username"];

/**
 * The first users whose name, address, username, phone number or id holds a text, before them those whose name or address
 * begins so; nobody for no text.
 */
export function useFindUsers(text: string, most = 8) {
  const api = useApi();
  const wanted = text.trim();
  return useQuery({
    queryKey: ["users", "find", wanted, most],
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const find = async (q: string) =>
        (await answer(api.GET("/api/v2/users", { params: { query: { q, per_page: most } }, signal }))) as User[];
      const [first, all] = await Promise.all([
        find(NAMES.map((name) => begins(name, wanted)).join(" OR ")),
        find(quoted(wanted)),
      ]);
      const byId = new Map([...first, ...all].map((user) => [user.user_id, user]));
      return [...byId.values()].slice(0, most);
    },
  });
}
