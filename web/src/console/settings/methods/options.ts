import type { Options } from "../queries";

/** The identifiers there are. */
export const IDENTIFIERS = ["email", "username", "phone_number"] as const;
/** One of them. */
export type Identifier = (typeof IDENTIFIERS)[number];
/** Whether sign-up asks for an identifier. */
export type Asked = "required" | "optional" | "inactive";

type Attributes = NonNullable<Options["attributes"]>;
type Attribute = NonNullable<Attributes["email"]>;

/** Whether people sign in by it; so it is unless it was switched off. */
export function signsIn(options: Options, identifier: Identifier): boolean {
  return options.attributes?.[identifier]?.identifier?.active ?? true;
}

/** Whether sign-up asks for it, as the server understands the options. */
export function askedAtSignUp(options: Options, identifier: Identifier): Asked {
  const attribute = options.attributes?.[identifier];
  if (attribute?.profile_required) return "required";
  const usual = identifier === "email" || (identifier === "username" && options.requires_username);
  return (attribute?.signup?.status as Asked | undefined) ?? (usual ? "required" : "inactive");
}

/** The options with an identifier changed; everything else stays. */
export function withAttribute(
  options: Options,
  identifier: Identifier,
  change: (before: Attribute) => Attribute,
): Options {
  const before = options.attributes?.[identifier] ?? {};
  return { ...options, attributes: { ...options.attributes, [identifier]: change(before) } };
}
