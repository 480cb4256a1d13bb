import { useTranslation } from "react-i18next";
import { BELOW } from "./import/file/fields";

/** The key of a field's name among the words. */
function keyOf(field: string): string {
  if (field === "!blocked") return "field.enabled";
  if (BELOW.includes(field)) return `field.below.${field.slice(0, -1)}`;
  if (field === "identities[0].connection") return "field.connection";
  return `field.${field.replace(".", "_")}`;
}

/** What a field is called; a place that has no name of its own is told as it is. */
export function useFieldWord(): (field: string) => string {
  const { t, i18n } = useTranslation("transfers");
  return (field) => (i18n.exists(`transfers:${keyOf(field)}`) ? t(keyOf(field)) : field);
}
