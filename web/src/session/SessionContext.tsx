import { createContext, useContext, type ReactNode } from "react";
import type { Session } from "./session";

const SessionContext = createContext<Session | undefined>(undefined);

/** Makes the session known to everything below. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** The session of whoever is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session above");
  return session;
}

/** Whether the person may do all that these scopes name. */
export function useMay(...scopes: string[]): boolean {
  const session = useSession();
  return scopes.every((scope) => session.may(scope));
}
