import {
  IconAt,
  IconBan,
  IconCalendarPlus,
  IconCalendarTime,
  IconCircleDashed,
  IconCircleDot,
  IconCode,
  IconLock,
  IconLogin2,
  IconMailCheck,
  IconPlug,
  IconShieldLock,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import { lazy, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FilterKind } from "../../../kit/filters/types";
import { useMay } from "../../../session/SessionContext";
import { timeZones } from "../bulk/timeZones";
import { parseMetadata } from "./metadata";
import { useConnections, useRoles } from "./queries";
import { FILTERS, type FilterId } from "./view";
import { later } from "../../../kit/later";

const MetadataForm = lazy(() => later(import("./MetadataForm")).then(({ MetadataForm: Form }) => ({ default: Form })));

/** The states of an account. */
export const STATUSES = ["active", "pending_activation", "suspended", "deactivated", "archived"];
/** The platform roles, the highest first. */
export const PLATFORM_ROLES = ["super_admin", "admin", "user"];

/** What may be missing, in the order of the menu. */
const MAY_LACK = [
  "email",
  "username",
  "phone_number",
  "name",
  "last_login",
  "zoneinfo",
  "locale",
  "external_id",
  "company",
  "picture",
  "roles",
];

const ICONS: Record<FilterId, Icon> = {
  status: IconCircleDot,
  platform_role: IconShieldLock,
  role: IconUsersGroup,
  connection: IconPlug,
  email_verified: IconMailCheck,
  blocked: IconBan,
  locked: IconLock,
  created: IconCalendarPlus,
  last_login: IconLogin2,
  updated: IconCalendarTime,
  metadata: IconCode,
  without: IconCircleDashed,
  domain: IconAt,
  zoneinfo: IconWorld,
};

type Rest = FilterKind extends infer Kind
  ? Kind extends FilterKind
    ? Omit<Kind, "id" | "label" | "icon">
    : never
  : never;

/** What the list can be filtered by, in the person's words. */
export function useKinds(): FilterKind[] {
  const { t } = useTranslation("users");
  const roles = useRoles().data;
  const connections = useConnections().data;
  const [seesRoles, seesConnections] = [useMay("read:roles"), useMay("read:connections")];
  return useMemo(() => {
    const flag = (yes: string, no: string): Rest => ({
      type: "choices",
      single: true,
      choices: [
        { value: "true", label: t(`filter.${yes}`) },
        { value: "false", label: t(`filter.${no}`) },
      ],
    });
    const named = (values: string[], words: string): Rest => ({
      type: "choices",
      choices: values.map((value) => ({ value, label: t(`${words}.${value}`) })),
    });
    function describeMetadata(value: string): string {
      const asked = parseMetadata(value);
      return asked ? `${asked.path} ${t(`filter.${asked.how}`)} ${asked.text}`.trim() : value;
    }
    const kinds: Record<FilterId, Rest> = {
      status: named(STATUSES, "common:status"),
      platform_role: named(PLATFORM_ROLES, "common:platformRole"),
      role: {
        type: "choices",
        choices: (roles ?? []).map(({ id = "", name = "" }) => ({ value: id, label: name })),
      },
      connection: {
        type: "choices",
        choices: (connections ?? []).map(({ name = "", display_name }) => ({
          value: name,
          label: display_name || name,
        })),
      },
      email_verified: flag("verified", "notVerified"),
      blocked: flag("isBlocked", "notBlocked"),
      locked: flag("yes", "no"),
      created: { type: "dates" },
      last_login: { type: "dates", never: true },
      updated: { type: "dates" },
      metadata: { type: "own", Form: MetadataForm, describe: describeMetadata },
      without: { ...named(MAY_LACK, "list.column"), single: true } as Rest,
      domain: { type: "text", placeholder: "example.com", hint: t("filter.domainHint") },
      zoneinfo: { type: "choices", choices: timeZones().map((zone) => ({ value: zone, label: zone })) },
    };
    return FILTERS.map((filter) => ({
      ...filter,
      label: t(`filter.kind.${filter.id}`),
      icon: ICONS[filter.id],
      ...kinds[filter.id],
    })).filter(({ id }) => (seesRoles || id !== "role") && (seesConnections || id !== "connection")) as FilterKind[];
  }, [t, roles, connections, seesRoles, seesConnections]);
}
