import { ThemeIcon, VisuallyHidden, type MantineColor } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBolt,
  IconKey,
  IconLock,
  IconLogin2,
  IconPencil,
  IconPlugConnected,
  IconUserPlus,
  IconX,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { kindOf, type Kind, type Outcome } from "./kinds";

const COLORS: Record<Outcome, MantineColor> = { good: "teal", bad: "red", warning: "orange", plain: "gray" };

const ICONS: Record<Kind["group"], Icon> = {
  signIns: IconLogin2,
  locks: IconLock,
  changes: IconPencil,
  signUps: IconUserPlus,
  passwords: IconKey,
  access: IconPlugConnected,
  tokens: IconKey,
  jobs: IconBolt,
};

/** A sign for an event: its colour says how it went, its picture what it was about. */
export function EventIcon({ event, size = 28 }: { event: LogEvent; size?: number }) {
  const { t } = useTranslation("logs");
  const { group, outcome } = kindOf(event.details.kind);
  const Picture =
    outcome === "bad" ? IconX : outcome === "warning" && group === "changes" ? IconAlertTriangle : ICONS[group];
  return (
    <ThemeIcon variant={outcome === "plain" ? "default" : "light"} color={COLORS[outcome]} size={size} radius="md">
      <Picture size={Math.round(size * 0.57)} stroke={1.8} aria-hidden />
      <VisuallyHidden>{t(`outcome.${outcome}`)}</VisuallyHidden>
    </ThemeIcon>
  );
}
