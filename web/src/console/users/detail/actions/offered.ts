import {
  IconArchive,
  IconBan,
  IconKey,
  IconLink,
  IconLockOpen,
  IconLogout,
  IconMailCheck,
  IconShieldCog,
  IconTrash,
  IconUserCheck,
  IconUserOff,
  type Icon,
} from "@tabler/icons-react";
import type { User } from "../../../../api/types";
import type { Act } from "../protection";

/** What can be done to a user. */
export type ActionName =
  | "resetPassword"
  | "passwordLink"
  | "verificationMail"
  | "verificationLink"
  | "revokeAccess"
  | "liftLocks"
  | "changeRole"
  | "activate"
  | "unblock"
  | "reactivate"
  | "suspend"
  | "deactivate"
  | "archive"
  | "delete";

/** An action as the menu offers it. */
export interface Offered {
  name: ActionName;
  icon: Icon;
  /** What the guards take it for. */
  act: Act;
  scopes: string[];
  danger?: boolean;
}

/** What an action's being offered rests on. */
interface Condition {
  user: User;
  locked: boolean;
}

type Row = Offered & { when?: (condition: Condition) => boolean };

const isNew = ({ user }: Condition) => Boolean(user.email) && !user.email_verified;
const isUsed = ({ user }: Condition) => user.status === "active" || user.status === "pending_activation";

/** By groups, as the menu has them. */
const GROUPS: { name: string; rows: Row[] }[] = [
  {
    name: "signIn",
    rows: [
      { name: "resetPassword", icon: IconKey, act: "password", scopes: ["update:users"] },
      {
        name: "passwordLink",
        icon: IconLink,
        act: "password",
        scopes: ["create:user_tickets"],
        when: ({ user }) => Boolean(user.email),
      },
      { name: "verificationMail", icon: IconMailCheck, act: "edit", scopes: ["update:users"], when: isNew },
      { name: "verificationLink", icon: IconLink, act: "edit", scopes: ["create:user_tickets"], when: isNew },
    ],
  },
  {
    name: "access",
    rows: [
      {
        name: "revokeAccess",
        icon: IconLogout,
        act: "access",
        scopes: ["delete:sessions", "delete:refresh_tokens"],
      },
      {
        name: "liftLocks",
        icon: IconLockOpen,
        act: "edit",
        scopes: ["update:users"],
        when: ({ locked }) => locked,
      },
      { name: "changeRole", icon: IconShieldCog, act: "role", scopes: ["update:users"] },
    ],
  },
  {
    name: "account",
    rows: [
      {
        name: "activate",
        icon: IconUserCheck,
        act: "status",
        scopes: ["update:users"],
        when: ({ user }) => user.status === "pending_activation",
      },
      {
        name: "unblock",
        icon: IconUserCheck,
        act: "status",
        scopes: ["update:users"],
        when: ({ user }) => user.status === "suspended",
      },
      {
        name: "reactivate",
        icon: IconUserCheck,
        act: "status",
        scopes: ["update:users"],
        when: ({ user }) => user.status === "deactivated" || user.status === "archived",
      },
      { name: "suspend", icon: IconBan, act: "status", scopes: ["update:users"], danger: true, when: isUsed },
      {
        name: "deactivate",
        icon: IconUserOff,
        act: "status",
        scopes: ["update:users"],
        danger: true,
        when: (condition) => isUsed(condition) || condition.user.status === "suspended",
      },
      {
        name: "archive",
        icon: IconArchive,
        act: "status",
        scopes: ["update:users"],
        danger: true,
        when: ({ user }) => user.status === "deactivated",
      },
      { name: "delete", icon: IconTrash, act: "delete", scopes: ["delete:users"], danger: true },
    ],
  },
];

/** What can be done to a user as it is now, by groups; groups without anything are left out. */
export function offeredFor(
  condition: Condition,
  may: (scope: string) => boolean,
): { name: string; actions: Offered[] }[] {
  return GROUPS.map(({ name, rows }) => ({
    name,
    actions: rows.filter(({ scopes, when }) => scopes.every(may) && (when?.(condition) ?? true)),
  })).filter(({ actions }) => actions.length > 0);
}
