import {
  IconApps,
  IconArrowsExchange,
  IconHistory,
  IconHome,
  IconPlugConnected,
  IconShieldLock,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from "@tabler/icons-react";

/** A place that the navigation, the palette and the shortcuts lead to. */
export interface Place {
  /** Its name among the words of the shell. */
  name: string;
  to: string;
  icon: Icon;
  /** What a person must hold to go there. */
  scope: string;
  /** Pressed after `g`. */
  key: string;
}

/** The menus, and what stands in them; what has no API yet is absent (S4.L01.2). */
export const MENUS: { name?: string; places: Place[] }[] = [
  { places: [{ name: "home", to: "/", icon: IconHome, scope: "read:users", key: "h" }] },
  {
    name: "accounts",
    places: [
      { name: "users", to: "/users", icon: IconUsers, scope: "read:users", key: "u" },
      { name: "roles", to: "/roles", icon: IconUsersGroup, scope: "read:roles", key: "r" },
      { name: "transfers", to: "/transfers", icon: IconArrowsExchange, scope: "create:users", key: "i" },
    ],
  },
  {
    name: "signIn",
    places: [
      { name: "applications", to: "/applications", icon: IconApps, scope: "read:clients", key: "a" },
      { name: "apis", to: "/apis", icon: IconPlugConnected, scope: "read:resource_servers", key: "p" },
      { name: "settings", to: "/settings", icon: IconShieldLock, scope: "read:tenant_settings", key: "s" },
    ],
  },
  { name: "record", places: [{ name: "logs", to: "/logs", icon: IconHistory, scope: "read:logs", key: "l" }] },
];

/** All places. */
export const PLACES: Place[] = MENUS.flatMap((menu) => menu.places);
