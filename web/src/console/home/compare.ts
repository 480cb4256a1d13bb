/** Two numbers of spans that follow each other. */
export interface Comparison {
  now: number;
  before: number;
}

/** Which way a number went. */
export type Direction = "more" | "less" | "same";

/** The last day and the one before it. */
export function lastDays(values: number[]): Comparison {
  return { now: values.at(-1) ?? 0, before: values.at(-2) ?? 0 };
}

/** The last seven days and the seven before them. */
export function lastWeeks(values: number[]): Comparison {
  return { now: sum(values.slice(-7)), before: sum(values.slice(-14, -7)) };
}

/** All together. */
export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Which way it went, and how far. */
export function changeOf({ now, before }: Comparison): { direction: Direction; difference: number } {
  const difference = Math.abs(now - before);
  return { direction: now > before ? "more" : now < before ? "less" : "same", difference };
}
