import classes from "./charts.module.css";
import { labelledDays } from "./scale";
import type { Frame } from "./types";
import { useChartWords } from "./useChartWords";

/** The lines of a chart with their numbers, and the days below. */
export function Axes({ frame, ticks, days }: { frame: Frame; ticks: number[]; days: string[] }) {
  const { short, compact } = useChartWords();
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes["line"]} x1={frame.left} x2={frame.right} y1={frame.y(tick)} y2={frame.y(tick)} />
          <text className={classes["label"]} x={frame.left - 8} y={frame.y(tick)} dy="0.32em" textAnchor="end">
            {compact(tick)}
          </text>
        </g>
      ))}
      {labelledDays(days.length, frame.right - frame.left).map((place) => (
        <text
          key={place}
          className={classes["label"]}
          x={Math.min(frame.x(place), frame.right)}
          y={frame.height - 8}
          textAnchor={place === days.length - 1 ? "end" : "middle"}
        >
          {short(days[place]!)}
        </text>
      ))}
    </>
  );
}
