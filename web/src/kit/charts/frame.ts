import type { Frame } from "./types";

/** The height of a chart, in pixels. */
export const HEIGHT = 208;

/** Where things stand in a chart of this width, whose highest line is `top`. */
export function frameOf(width: number, days: number, top: number): Frame {
  const place = { left: 40, top: 10, right: width - 4, bottom: HEIGHT - 26 };
  const band = (place.right - place.left) / Math.max(days, 1);
  return {
    ...place,
    width,
    height: HEIGHT,
    band,
    x: (day) => place.left + band * (day + 0.5),
    y: (value) => place.bottom - ((place.bottom - place.top) * value) / top,
  };
}

/** The day that is nearest to a place in a chart. */
export function dayAt(frame: Frame, x: number, days: number): number {
  return Math.min(days - 1, Math.max(0, Math.floor((x - frame.left) / frame.band)));
}
