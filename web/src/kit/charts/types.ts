/** What is counted day by day. */
export interface Series {
  name: string;
  /** A number a day. */
  values: number[];
  /** Whether it is what one likes to see, or failures. */
  tone: "main" | "bad";
}

/** What a chart shows. */
export interface ChartData {
  /** The days, oldest first, as ISO dates in UTC. */
  days: string[];
  /** Bars are put on top of each other; an area is the first series. */
  series: Series[];
}

/** Where things stand in a chart, in pixels. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The middle of a day. */
  x: (day: number) => number;
  /** The height of a number. */
  y: (value: number) => number;
  /** The width that a day has. */
  band: number;
}
