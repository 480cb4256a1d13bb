import { createContext, useContext } from "react";
import type { Versioned } from "./queries/user";

/** The user whose page is shown, as last read. */
export const ShownUser = createContext<Versioned | undefined>(undefined);

/** The user whose page is shown. */
export function useShownUser(): Versioned & { userId: string } {
  const shown = useContext(ShownUser);
  if (!shown) throw new Error("no user above");
  return { ...shown, userId: shown.user.user_id ?? "" };
}
