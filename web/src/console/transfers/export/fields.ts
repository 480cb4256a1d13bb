import { BELOW, GROUPS } from "../import/file/fields";

/** What only exports know. */
const OF_SERVER = [
  "status",
  "status_reason",
  "platform_role",
  "source",
  "identities[0].connection",
  "identities",
  "public_id",
  "arn",
  "updated_at",
  "signed_up",
  "last_login",
  "last_ip",
  "logins_count",
  "last_login_client",
  "device",
  "browser",
  "password_set_at",
  "last_password_reset",
];

/** What a file of users never holds. */
const NEVER = new Set(["!blocked", "password_hash", "custom_password_hash", ...BELOW]);

/** The fields of an export, in groups. */
export const EXPORTED: typeof GROUPS = [
  ...GROUPS.map(({ name, fields }) => ({ name, fields: fields.filter((field) => !NEVER.has(field)) })),
  { name: "server", fields: OF_SERVER },
];
