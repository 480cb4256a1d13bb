import type { TFunction } from "i18next";
import { wordList } from "../events/wordList";

/** `logo_uri` as "Logo uri": for what has no words of its own. */
function spelled(name: string): string {
  const text = name.replaceAll("_", " ").trim();
  return text && text.charAt(0).toUpperCase() + text.slice(1);
}

function isFree(path: string[]): boolean {
  return ["user_metadata", "app_metadata", "client_metadata", "preferences"].includes(path[0] ?? "");
}

/** What a field is called; members of metadata keep the names that people gave them. */
export function fieldName(t: TFunction<"logs">, path: string[]): string {
  const words = wordList(t, "field");
  const whole = words[path.join(".")];
  if (whole) return whole;
  const [first = "", ...rest] = path;
  const parts = rest.map((name) => (isFree(path) ? name : (words[name] ?? spelled(name))));
  return [words[first] ?? spelled(first), ...parts].join(" › ");
}
