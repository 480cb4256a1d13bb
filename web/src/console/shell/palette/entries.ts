import { IconApps, IconFileImport, IconUserPlus, IconUsersGroup, type Icon } from "@tabler/icons-react";
import { sections } from "../../settings/sections";
import { PLACES } from "../places";

/** Something that the palette leads to. */
export interface Entry {
  id: string;
  group: "pages" | "actions";
  /** Its name among the words. */
  name: string;
  icon: Icon;
  /** What a person must hold. */
  scope?: string;
  to: string;
  search?: Record<string, string>;
}

const PAGES: Entry[] = PLACES.map(({ name, icon, scope, to }) => ({
  id: to,
  group: "pages",
  name: `shell:${name}`,
  icon,
  scope,
  to,
}));

const SETTINGS: Entry[] = sections.map(({ id, icon, scope }) => ({
  id: `/settings/${id}`,
  group: "pages",
  name: `settings:section.${id}`,
  icon,
  scope,
  to: `/settings/${id}`,
}));

const CREATE: Entry[] = [
  { id: "new-user", name: "newUser", icon: IconUserPlus, scope: "create:users", to: "/users/new" },
  { id: "new-application", name: "newApplication", icon: IconApps, scope: "create:clients", to: "/applications/new" },
  { id: "new-role", name: "newRole", icon: IconUsersGroup, scope: "create:roles", to: "/roles", search: { new: "1" } },
  { id: "import", name: "import", icon: IconFileImport, scope: "create:users", to: "/transfers/import" },
].map((entry) => ({ ...entry, group: "actions", name: `shell:palette.action.${entry.name}` }));

/** The pages, and what can be made. */
export const ENTRIES: Entry[] = [...PAGES, ...SETTINGS, ...CREATE];
