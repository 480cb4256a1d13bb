/** A form's values as the API takes them: what was left empty goes back to its default. */
export function orDefault<T extends object>(changed: T): { [Name in keyof T]: T[Name] | null } {
  const entries = Object.entries(changed).map(([name, value]) => [name, value === "" ? null : value]);
  return Object.fromEntries(entries) as { [Name in keyof T]: T[Name] | null };
}
