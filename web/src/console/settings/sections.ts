import {
  IconAt,
  IconBuilding,
  IconClock,
  IconForms,
  IconLogin2,
  IconMailCheck,
  IconShieldLock,
  IconUserPlus,
  IconWindow,
  type Icon,
} from "@tabler/icons-react";

/** A part of "Login & auth", with a page of its own. */
export interface Section {
  /** Its name in the address and among the words. */
  id: string;
  icon: Icon;
  /** What a person must hold to see it. */
  scope: string;
}

/** The sections, in their order. */
export const sections: Section[] = [
  { id: "methods", icon: IconLogin2, scope: "read:connections" },
  { id: "registration", icon: IconUserPlus, scope: "read:connections" },
  { id: "verification", icon: IconMailCheck, scope: "read:tenant_settings" },
  { id: "security", icon: IconShieldLock, scope: "read:attack_protection" },
  { id: "addresses", icon: IconAt, scope: "read:anomaly_blocks" },
  { id: "sessions", icon: IconClock, scope: "read:tenant_settings" },
  { id: "pages", icon: IconWindow, scope: "read:prompts" },
  { id: "fields", icon: IconForms, scope: "read:users" },
  { id: "general", icon: IconBuilding, scope: "read:tenant_settings" },
];
