import type { User } from "../../../../api/types";
import type { UserUpdate } from "../queries/user";

/** The parts of the postal address, in the order in which they are shown. */
export const ADDRESS_PARTS = [
  "street_address",
  "postal_code",
  "locality",
  "region",
  "country",
  "city",
  "province",
  "formatted",
] as const;

/** Fields of one text each. */
export const TEXTS = [
  "name",
  "nickname",
  "given_name",
  "middle_name",
  "family_name",
  "preferred_username",
  "username",
  "email",
  "phone_number",
  "picture",
  "profile",
  "website",
  "gender",
  "birthdate",
  "company",
  "identity_number",
  "locale",
  "zoneinfo",
  "external_id",
  "unionid",
  "openid",
] as const;

/** Fields that are on or off. */
export const FLAGS = ["email_verified", "phone_verified", "reset_password_on_next_login"] as const;

/** A part of the address as the form names it. */
export type AddressField = `address_${(typeof ADDRESS_PARTS)[number]}`;
/** A field that is written as text. */
export type TextField = (typeof TEXTS)[number] | AddressField;
/** A field that is on or off. */
export type FlagField = (typeof FLAGS)[number];
/** A field of the form. */
export type FieldName = TextField | FlagField;
/** What the form holds; an empty text is no value. */
export type UserForm = Record<TextField, string> & Record<FlagField, boolean>;

/** The parts of the address by the form's names. */
const ADDRESS_FIELDS = ADDRESS_PARTS.map((part): [AddressField, (typeof ADDRESS_PARTS)[number]] => [
  `address_${part}`,
  part,
]);

/** The API's names of fields in refusals, where they are not the form's. */
export const REFUSED_NAMES: Record<string, string> = {
  ...Object.fromEntries(ADDRESS_FIELDS.map(([field, part]) => [`address.${part}`, field])),
  address: "address_street_address",
};

/** The picture that stands in where none is set is no value of the field. */
export function isStandIn(picture: string): boolean {
  return picture.startsWith("https://s.gravatar.com/avatar/");
}

/** A user as the form holds it. */
export function formOf(user: User): UserForm {
  const texts = TEXTS.map((field): [string, string] => [field, user[field] ?? ""]);
  const address = ADDRESS_FIELDS.map(([field, part]): [string, string] => [field, user.address?.[part] ?? ""]);
  const flags = FLAGS.map((field): [string, boolean] => [field, user[field] ?? false]);
  const form = Object.fromEntries([...texts, ...address, ...flags]) as unknown as UserForm;
  return isStandIn(form.picture) ? { ...form, picture: "" } : form;
}

/** The fields whose values differ. */
export function differing(one: UserForm, other: UserForm): FieldName[] {
  return (Object.keys(one) as FieldName[]).filter((field) => one[field] !== other[field]);
}

/** What to send: what differs, and nothing else; what was emptied is removed. */
export function changesOf(before: UserForm, after: UserForm): UserUpdate {
  const changed = new Set<string>(differing(before, after));
  const changes: Record<string, unknown> = {};
  for (const field of TEXTS) if (changed.has(field)) changes[field] = after[field].trim() || null;
  for (const field of FLAGS) if (changed.has(field)) changes[field] = after[field];
  const parts = ADDRESS_FIELDS.filter(([field]) => changed.has(field));
  if (parts.length > 0) {
    changes["address"] = Object.fromEntries(parts.map(([field, part]) => [part, after[field].trim() || null]));
  }
  // A new address or number is unverified unless the request says otherwise: it says what the form shows.
  for (const [field, flag] of [
    ["email", "email_verified"],
    ["phone_number", "phone_verified"],
  ] as const) {
    if (changes[field]) changes[flag] = after[flag];
    else if (changes[field] === null) delete changes[flag];
  }
  return changes as UserUpdate;
}

/** The requests that a change takes: the API, like Auth0's, lets the username change by itself only. */
export function requestsOf({ username, ...rest }: UserUpdate): UserUpdate[] {
  const stands = rest.email !== undefined || rest.email_verified !== undefined;
  if (username === undefined || !stands) return [username === undefined ? rest : { ...rest, username }];
  return [rest, { username }];
}

/** The form on a newer version of the user: what was changed here stays, everything else is as it is now. */
export function rebased(before: UserForm, after: UserForm, newer: UserForm): UserForm {
  const kept = differing(before, after).map((field) => [field, after[field]]);
  return { ...newer, ...(Object.fromEntries(kept) as Partial<UserForm>) };
}

/** The fields that were changed both here and elsewhere, to different values. */
export function contested(before: UserForm, after: UserForm, newer: UserForm): FieldName[] {
  const elsewhere = new Set(differing(before, newer));
  return differing(before, after).filter((field) => elsewhere.has(field) && after[field] !== newer[field]);
}
