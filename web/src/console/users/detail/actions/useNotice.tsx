import { Checkbox } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";

interface Notice {
  /** What the request says of it. */
  told: { notify?: boolean };
  /** Where it is chosen; nothing where there is no address to write to. */
  field: ReactNode;
}

/** Whether a mail tells the user: yes, unless one says otherwise or the address is not proven (S4.L22.2). */
export function useNotice({ email, email_verified: proven = false }: User): Notice {
  const { t } = useTranslation("user");
  const [chosen, choose] = useState<boolean>();
  if (!email) return { told: {}, field: null };
  const tells = chosen ?? proven;
  return {
    told: tells ? { notify: true } : {},
    field: (
      <Checkbox label={t("dialog.notify")} checked={tells} onChange={(event) => choose(event.currentTarget.checked)} />
    ),
  };
}
