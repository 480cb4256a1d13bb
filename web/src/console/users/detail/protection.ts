import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { useSession } from "../../../session/SessionContext";

/** What is about to be done to a user; the server's guard tells the same ones apart. */
export type Act = "edit" | "status" | "password" | "role" | "delete" | "access";

/** Why somebody cannot be touched. */
export type Protection = "self" | "superAdmin" | "demoteFirst";

/** Whoever is signed in here. */
export interface Self {
  id: string;
  platformRole: string;
}

/**
 * Why this cannot be done to a user, as the server would say (S4.L04.5, .7 and .10): shown before anybody tries. The
 * server decides.
 */
export function protectionOf(self: Self, user: User, act: Act): Protection | undefined {
  const isSelf = self.id === user.user_id;
  if (act === "access" && isSelf) return undefined;
  if (isSelf && ["status", "role", "delete"].includes(act)) return "self";
  if (user.platform_role !== "super_admin") return undefined;
  if (self.platformRole !== "super_admin") return "superAdmin";
  return ["status", "password", "delete"].includes(act) ? "demoteFirst" : undefined;
}

/** Whoever is signed in, with the platform role that the ID token told. */
export function useSelf(): Self {
  const { person } = useSession();
  return { id: person.sub, platformRole: person.platform_role ?? "admin" };
}

/** Why something cannot be done to a user, in words; undefined where it can. */
export function useProtection(user: User): (act: Act) => string | undefined {
  const { t } = useTranslation("users");
  const self = useSelf();
  return (act) => {
    const protection = protectionOf(self, user, act);
    return protection && t(`protection.${protection}`);
  };
}
