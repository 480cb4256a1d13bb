import classes from "./charts.module.css";
import type { ChartData, Frame } from "./types";

/** The first series as a line with its ground filled. */
export function Area({ frame, data, active }: { frame: Frame; data: ChartData; active: number | undefined }) {
  const values = data.series[0]?.values ?? [];
  const points = values.map((value, place) => `${frame.x(place)},${frame.y(value)}`);
  if (points.length === 0) return null;
  const ground = `${frame.x(values.length - 1)},${frame.bottom} ${frame.x(0)},${frame.bottom}`;
  return (
    <>
      <polygon className={classes["area"]} points={`${points.join(" ")} ${ground}`} />
      <polyline className={classes["stroke"]} points={points.join(" ")} />
      {active !== undefined && (
        <>
          <line
            className={classes["line"]}
            x1={frame.x(active)}
            x2={frame.x(active)}
            y1={frame.top}
            y2={frame.bottom}
          />
          <circle className={classes["point"]} cx={frame.x(active)} cy={frame.y(values[active] ?? 0)} r={4} />
        </>
      )}
    </>
  );
}
