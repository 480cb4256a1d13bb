import type { components } from "../../../api/schema";

/** What the API takes to make a user. */
export type UserCreate = components["schemas"]["UserCreate"];

/** How the user comes to a password. */
export type PasswordWay = "generated" | "typed" | "link" | "none";

/** The form's values; an empty text is no value. */
export interface CreateForm {
  connection: string;
  email: string;
  email_verified: boolean;
  phone_number: string;
  phone_verified: boolean;
  username: string;
  name: string;
  way: PasswordWay;
  password: string;
  reset_password_on_next_login: boolean;
  notify: boolean;
  locale: string;
  zoneinfo: string;
  roles: string[];
  preferences: string;
}

/** An empty form. */
export const EMPTY: CreateForm = {
  connection: "",
  email: "",
  email_verified: false,
  phone_number: "",
  phone_verified: false,
  username: "",
  name: "",
  way: "generated",
  password: "",
  reset_password_on_next_login: true,
  notify: false,
  locale: "",
  zoneinfo: "UTC",
  roles: [],
  preferences: "{}",
};

function given<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const text = value.trim();
  return (text ? { [name]: text } : {}) as Partial<Record<Name, string>>;
}

function passwordOf({ way, password, reset_password_on_next_login }: CreateForm) {
  if (way === "typed") return { password, reset_password_on_next_login };
  return way === "generated" ? { generate_password: true } : {};
}

/** The request: what was filled in, and nothing else. */
export function requestOf(form: CreateForm): UserCreate {
  const preferences = JSON.parse(form.preferences) as Record<string, never>;
  const isTold = form.email.trim() !== "";
  return {
    connection: form.connection,
    ...given("email", form.email),
    ...(isTold ? { email_verified: form.email_verified } : {}),
    ...given("phone_number", form.phone_number),
    ...(form.phone_number ? { phone_verified: form.phone_verified } : {}),
    ...given("username", form.username),
    ...given("name", form.name),
    ...given("locale", form.locale),
    ...given("zoneinfo", form.zoneinfo),
    ...passwordOf(form),
    ...(isTold && form.notify ? { notify: true } : {}),
    // The link is the way in: a second mail to prove the address would only confuse.
    ...(form.way === "link" ? { verify_email: false } : {}),
    ...(form.roles.length > 0 ? { roles: form.roles } : {}),
    ...(Object.keys(preferences).length > 0 ? { preferences } : {}),
  } as UserCreate;
}
