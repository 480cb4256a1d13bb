import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";

const STATUS_COLORS: Record<string, string> = {
  active: "teal",
  pending_activation: "yellow",
  suspended: "orange",
  locked: "orange",
  deactivated: "red",
  archived: "gray",
};

/** A user's status. */
export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  return <Badge color={STATUS_COLORS[status] ?? "gray"}>{t(`status.${status}`)}</Badge>;
}

/** A user's platform role: who may administer. */
export function PlatformRoleBadge({ role }: { role: string }) {
  const { t } = useTranslation();
  const color = role === "super_admin" ? "grape" : role === "admin" ? "accent" : "gray";
  return <Badge color={color}>{t(`platformRole.${role}`)}</Badge>;
}
