import type { TFunction } from "i18next";

/** Words by names that come from the server: what is not among them has none. */
export function wordList(t: TFunction<"logs">, list: "reason" | "field" | "device"): Record<string, string> {
  return t(list, { returnObjects: true }) as Record<string, string>;
}
