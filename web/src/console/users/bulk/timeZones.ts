let known: string[] | undefined;

/** The time zones of the IANA database that the browser knows, in the order of their names. */
export function timeZones(): string[] {
  known ??= [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
  return known;
}
