/** How many lines a chart has above its ground line, at most. */
const LINES_MAX = 4;

/** The numbers beside a chart's lines, from 0 to one that is not below `highest`: whole and easy to read. */
export function ticksOf(highest: number): number[] {
  const rough = Math.max(highest, 1) / LINES_MAX;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
  // Half a user is none: steps are whole.
  const step = Math.max(1, Math.ceil(nice));
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** The places of the days that are named below a chart: the last one, and back from it as far apart as they fit. */
export function labelledDays(days: number, width: number, spacePerLabel = 76): number[] {
  const fitting = Math.max(1, Math.floor(width / spacePerLabel));
  const distance = [1, 2, 7, 14, 30, 60, 90, 365].find((step) => Math.ceil(days / step) <= fitting) ?? days;
  const places: number[] = [];
  for (let place = days - 1; place >= 0; place -= distance) places.unshift(place);
  return places;
}

/** The sums of the days over all series. */
export function sumsOf(series: { values: number[] }[], days: number): number[] {
  return Array.from({ length: days }, (_, day) => series.reduce((sum, { values }) => sum + (values[day] ?? 0), 0));
}
