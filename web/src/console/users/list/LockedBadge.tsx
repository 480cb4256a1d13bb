import { Badge, Tooltip, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format";
import classes from "./UserList.module.css";

/** That failed sign-ins have locked the account, beside its status; until when on hovering and for screen readers. */
export function LockedBadge({ until }: { until: string | undefined }) {
  const { t } = useTranslation("users");
  const { time } = useFormat();
  if (!until) return null;
  const told = t("list.lockedUntil", { time: time(until) });
  return (
    <Tooltip label={told}>
      <Badge color="gray" data-tells className={classes["status"]}>
        <span aria-hidden>{t("common:status.locked")}</span>
        <VisuallyHidden>{told}</VisuallyHidden>
      </Badge>
    </Tooltip>
  );
}
