import {
  IconBan,
  IconLockOpen,
  IconLogout,
  IconShieldLock,
  IconTrash,
  IconUserMinus,
  IconUserOff,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import type { components } from "../../../api/schema";

/** What can be done to many users at once. */
export type ActionId =
  | "block"
  | "unblock"
  | "deactivate"
  | "platformRole"
  | "giveRoles"
  | "takeRoles"
  | "timeZone"
  | "revokeSessions"
  | "delete";

/** What the person filled in besides. */
export interface Choices {
  reason: string;
  platformRole: string;
  roles: string[];
  zoneinfo: string;
}

/** Nothing filled in. */
export const NO_CHOICES: Choices = { reason: "", platformRole: "", roles: [], zoneinfo: "" };

/** An action as the API takes it, without the users. */
export type BulkRequest = Omit<components["schemas"]["UsersBulkAction"], "user_ids">;

interface Action {
  icon: Icon;
  /** What the person must hold. */
  scopes: string[];
  /** Whether it takes something away. */
  danger?: boolean;
  /** What is to be filled in. */
  field?: keyof Choices;
  /** The request; undefined while something is missing. */
  request: (choices: Choices) => BulkRequest | undefined;
}

const status =
  (name: BulkRequest["status"]) =>
  (choices: Choices): BulkRequest => ({
    action: "set_status",
    status: name,
    ...(choices.reason.trim() && { reason: choices.reason.trim() }),
  });

const roles =
  (action: "give_roles" | "take_roles") =>
  (choices: Choices): BulkRequest | undefined =>
    choices.roles.length > 0 ? { action, roles: choices.roles } : undefined;

/** The actions, in the order of the menu. */
export const ACTIONS: Record<ActionId, Action> = {
  block: { icon: IconBan, scopes: ["update:users"], danger: true, field: "reason", request: status("suspended") },
  unblock: { icon: IconLockOpen, scopes: ["update:users"], request: status("active") },
  deactivate: {
    icon: IconUserOff,
    scopes: ["update:users"],
    danger: true,
    field: "reason",
    request: status("deactivated"),
  },
  platformRole: {
    icon: IconShieldLock,
    scopes: ["update:users"],
    field: "platformRole",
    request: ({ platformRole }) =>
      platformRole
        ? { action: "set_platform_role", platform_role: platformRole as BulkRequest["platform_role"] }
        : undefined,
  },
  giveRoles: {
    icon: IconUsersGroup,
    scopes: ["update:users", "create:role_members", "read:roles"],
    field: "roles",
    request: roles("give_roles"),
  },
  takeRoles: {
    icon: IconUserMinus,
    scopes: ["update:users", "delete:role_members", "read:roles"],
    field: "roles",
    request: roles("take_roles"),
  },
  timeZone: {
    icon: IconWorld,
    scopes: ["update:users"],
    field: "zoneinfo",
    request: ({ zoneinfo }) => (zoneinfo ? { action: "set_timezone", zoneinfo } : undefined),
  },
  revokeSessions: {
    icon: IconLogout,
    scopes: ["delete:sessions"],
    danger: true,
    request: () => ({ action: "revoke_sessions" }),
  },
  delete: { icon: IconTrash, scopes: ["delete:users"], danger: true, request: () => ({ action: "delete" }) },
};

/** Their names. */
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];
