import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { protectionOf, useSelf } from "../detail/protection";

/**
 * Why a user cannot be selected: nothing that is done to many can be done to oneself, nor by an administrator to a super
 * administrator (S4.L13.1). The server decides for each user and action again.
 */
export function useUnselectable(): (user: User) => string | undefined {
  const { t } = useTranslation("users");
  const { id, platformRole } = useSelf();
  return useCallback(
    (user) => {
      const protection = protectionOf({ id, platformRole }, user, "role");
      return protection && t(`protection.${protection}`);
    },
    [t, id, platformRole],
  );
}
