import { words } from "../../words/languages";
import { LABELS } from "./labels";
import type { Grammar } from "./teller";
import { fill } from "./texts";

function ownLabel(field: string): string | undefined {
  const key = LABELS[field] ?? `user:field.${field.replace(".", "_")}`;
  return words.exists(key) ? words.t(key) : undefined;
}

function joined(form: string, values: Record<string, string>): string {
  return fill(form, (name) => values[name]) ?? "";
}

/** What the fields of requests are called on the screens: `callbacks[1]` is the second entry of its list. */
export function labelsOf({ entry, within }: Pick<Grammar, "entry" | "within">): (field: string) => string {
  return function labelOf(field) {
    const own = ownLabel(field);
    if (own) return own;
    const [, list, index, part] = /^(.+?)[[.](\d+)\]?(?:\.(.+))?$/.exec(field) ?? [];
    if (list && index) {
      const place = joined(entry, { list: labelOf(list), number: String(Number(index) + 1) });
      return part ? joined(within, { field: place, place: part }) : place;
    }
    const [, base = "", rest = ""] = /^(\w+)\.(.+)$/.exec(field) ?? [];
    const around = base && ownLabel(base);
    return around ? joined(within, { field: around, place: rest }) : field;
  };
}
