import classes from "./charts.module.css";
import type { ChartData, Frame } from "./types";
import { useFormat } from "../../words/format";
import { useChartWords } from "./useChartWords";

/** The numbers of a day, beside it. */
export function Tooltip({ frame, data, day }: { frame: Frame; data: ChartData; day: number }) {
  const format = useFormat();
  const { long } = useChartWords();
  const isRight = frame.x(day) > frame.width / 2;
  return (
    <div
      className={classes["tooltip"]}
      data-side={isRight ? "left" : "right"}
      style={{ left: frame.x(day) }}
      aria-hidden
    >
      <div className={classes["day"]}>{long(data.days[day]!)}</div>
      {data.series.map(({ name, tone, values }) => (
        <div key={name} className={classes["told"]}>
          <span className={classes["dot"]} data-tone={tone} />
          {name}
          <strong>{format.number(values[day] ?? 0)}</strong>
        </div>
      ))}
    </div>
  );
}
