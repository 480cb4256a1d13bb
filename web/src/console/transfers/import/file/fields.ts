/** What a column can be, in groups. A `!` before a flag means its opposite. */
export const GROUPS: { name: string; fields: string[] }[] = [
  {
    name: "signIn",
    fields: ["email", "email_verified", "username", "phone_number", "phone_verified", "external_id", "user_id"],
  },
  {
    name: "person",
    fields: [
      "name",
      "given_name",
      "family_name",
      "middle_name",
      "nickname",
      "preferred_username",
      "picture",
      "gender",
      "birthdate",
      "locale",
      "zoneinfo",
      "company",
      "profile",
      "website",
      "identity_number",
      "unionid",
      "openid",
    ],
  },
  {
    name: "address",
    fields: [
      "address.formatted",
      "address.street_address",
      "address.locality",
      "address.region",
      "address.city",
      "address.province",
      "address.postal_code",
      "address.country",
      "address",
    ],
  },
  {
    name: "account",
    fields: [
      "blocked",
      "!blocked",
      "reset_password_on_next_login",
      "created_at",
      "password_hash",
      "custom_password_hash",
    ],
  },
  {
    name: "free",
    fields: ["user_metadata.", "app_metadata.", "preferences.", "user_metadata", "app_metadata", "preferences"],
  },
];

/** Fields below which every name is possible. */
export const BELOW = ["user_metadata.", "app_metadata.", "preferences."];

/** All that a column can be by itself. */
export const FIELDS = GROUPS.flatMap(({ fields }) => fields).filter((field) => !BELOW.includes(field));
