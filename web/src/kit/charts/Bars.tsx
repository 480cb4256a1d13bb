import classes from "./charts.module.css";
import type { ChartData, Frame } from "./types";

/** A bar a day; of several series on top of each other. */
export function Bars({ frame, data, active }: { frame: Frame; data: ChartData; active: number | undefined }) {
  const width = Math.max(2, Math.min(24, frame.band * 0.68));
  return data.days.map((day, place) => {
    let below = 0;
    return (
      <g key={day} className={classes["bar"]} data-faint={active !== undefined && active !== place ? true : undefined}>
        {data.series.map(({ name, tone, values }) => {
          const value = values[place] ?? 0;
          if (value <= 0) return null;
          const [bottom, top] = [frame.y(below), frame.y(below + value)];
          below += value;
          return (
            <rect
              key={name}
              className={classes[tone]}
              x={frame.x(place) - width / 2}
              y={top}
              width={width}
              height={Math.max(1, bottom - top)}
              rx={Math.min(2, width / 4)}
            />
          );
        })}
      </g>
    );
  });
}
