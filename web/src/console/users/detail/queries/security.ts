import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../../../api/ApiContext";
import { answer } from "../../../../api/client";
import { useChange } from "../../../../kit/useChange";
import { TOUCHED } from "./user";

/** The locks after failed sign-ins that hold now. */
export function useLocks(userId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["users", "locks", userId],
    queryFn: () => answer(api.GET("/api/v2/user-blocks/{id}", { params: { path: { id: userId } } })),
    select: (told) => told.blocked_for,
  });
}

/** Lifts them. */
export function useLiftLocks(userId: string) {
  return useChange((api) => answer(api.DELETE("/api/v2/user-blocks/{id}", { params: { path: { id: userId } } })), {
    touches: TOUCHED,
  });
}

function passwordTicket(userId: string, seconds: number) {
  return { user_id: userId, ttl_sec: seconds, includeEmailInRedirect: false, mark_email_as_verified: false };
}

/** Makes a link to choose a password; it holds for so many seconds. */
export function usePasswordLink() {
  return useChange(
    (api, { userId, seconds }: { userId: string; seconds: number }) =>
      answer(api.POST("/api/v2/tickets/password-change", { body: passwordTicket(userId, seconds) })),
    { touches: [["logs"], ["users", "logs"]] },
  );
}

/** Makes a link to prove the address. */
export function useVerificationLink() {
  return useChange(
    (api, { userId, seconds }: { userId: string; seconds: number }) =>
      answer(
        api.POST("/api/v2/tickets/email-verification", {
          body: { user_id: userId, ttl_sec: seconds, includeEmailInRedirect: false },
        }),
      ),
    { touches: [["logs"], ["users", "logs"]] },
  );
}

/** Sends a mail to prove the address. */
export function useVerificationMail() {
  return useChange(
    (api, userId: string) => answer(api.POST("/api/v2/jobs/verification-email", { body: { user_id: userId } })),
    { touches: [["logs"], ["users", "logs"], ["jobs"]] },
  );
}
