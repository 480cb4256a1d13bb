import { useLocalStorage } from "@mantine/hooks";
import { CHOOSABLE } from "./columns";
import { DEFAULT_COLUMNS } from "./view";

/** What this browser remembers of how the person likes the list. */
export function usePreferences() {
  const [columns, setColumns] = useLocalStorage<string[]>({
    key: "anteroom.users.columns",
    defaultValue: DEFAULT_COLUMNS,
    getInitialValueInEffect: false,
  });
  const [density, setDensity] = useLocalStorage<"comfortable" | "compact">({
    key: "anteroom.users.density",
    defaultValue: "comfortable",
    getInitialValueInEffect: false,
  });
  // What was stored long ago may name columns that are no more.
  const known = Array.isArray(columns) ? columns.filter((id) => CHOOSABLE.includes(id)) : DEFAULT_COLUMNS;
  return { columns: known, setColumns, dense: density === "compact", setDensity };
}
