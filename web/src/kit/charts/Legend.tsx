import classes from "./charts.module.css";
import type { ChartData } from "./types";

/** What the colours of a chart mean. */
export function Legend({ data }: { data: ChartData }) {
  return (
    <figcaption className={classes["legend"]}>
      {data.series.map(({ name, tone }) => (
        <span key={name} className={classes["told"]}>
          <span className={classes["dot"]} data-tone={tone} />
          {name}
        </span>
      ))}
    </figcaption>
  );
}
