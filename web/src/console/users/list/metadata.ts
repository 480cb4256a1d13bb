/** What a metadata filter asks for. */
export interface MetadataAsked {
  /** `user_metadata.…` or `app_metadata.…`. */
  path: string;
  how: "is" | "begins" | "has";
  text: string;
}

const SIGNS = { is: "=", begins: "^=", has: "=*" } as const;

/** Reads `user_metadata.city=Köln`, `app_metadata.plan^=bus` or `user_metadata.city=*`; a path holds no equals sign. */
export function parseMetadata(value: string): MetadataAsked | undefined {
  const [, path, sign, text = ""] = /^((?:user|app)_metadata\.[^=^]+?)(\^=|=\*$|=)(.*)$/s.exec(value) ?? [];
  if (!path || !sign) return undefined;
  const how = sign === "^=" ? "begins" : sign === "=*" ? "has" : "is";
  return { path, how, text };
}

/** The other way. */
export function metadataText({ path, how, text }: MetadataAsked): string {
  return path + SIGNS[how] + (how === "has" ? "" : text);
}
