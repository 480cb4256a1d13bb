import type { User } from "../../../api/types";

/** What the person's cell shows. */
const NAMED = ["name", "nickname", "username", "email", "phone_number", "user_id"] as const;

/** What has a place of its own, or what people do not read. */
const NOT_REST = new Set<string>([
  ...NAMED,
  "picture",
  "blocked",
  "password_hash",
  "custom_password_hash",
  "password",
  "mfa_factors",
  "identities",
  "connection",
]);

/** The entry's person. A picture is not loaded from wherever a file says. */
export function personOf(said: Record<string, unknown>): User {
  const texts = NAMED.filter((field) => typeof said[field] === "string").map((field) => [field, said[field]]);
  const id = typeof said["user_id"] === "number" ? { user_id: String(said["user_id"]) } : {};
  return { ...(Object.fromEntries(texts) as User), ...id };
}

/** What else an entry says: fields with their values; of objects the names of what is in them. */
export function restOf(said: Record<string, unknown>): [field: string, value: string | boolean][] {
  const rest = Object.entries(said).filter(([field, value]) => !NOT_REST.has(field) && value !== null && value !== "");
  return rest.map(([field, value]) => [field, told(value)]);
}

function told(value: unknown): string | boolean {
  if (typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? String(value.length) : Object.keys(value).join(", ");
}
