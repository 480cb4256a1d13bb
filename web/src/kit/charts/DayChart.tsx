import { useElementSize } from "@mantine/hooks";
import { useState } from "react";
import { Area } from "./Area";
import { Axes } from "./Axes";
import { Bars } from "./Bars";
import classes from "./charts.module.css";
import { DayPointer } from "./DayPointer";
import { frameOf, HEIGHT } from "./frame";
import { Legend } from "./Legend";
import { NumberTable } from "./NumberTable";
import { sumsOf, ticksOf } from "./scale";
import { Tooltip } from "./Tooltip";
import type { ChartData } from "./types";

interface DayChartProps {
  /** What is counted, for screen readers. */
  label: string;
  data: ChartData;
  shape: "bars" | "area";
  /** What stands there when all is zero. */
  empty: string;
}

/** Until the width is measured. */
const WIDTH = 600;

/** Numbers by days. Pointing or the arrow keys tell a day; screen readers are told the day, and have a table. */
export function DayChart({ label, data, shape, empty }: DayChartProps) {
  const { ref, width } = useElementSize();
  const [day, setDay] = useState<number>();
  const { days, series } = data;
  const active = day !== undefined && day < days.length ? day : undefined;
  const highest = Math.max(0, ...sumsOf(series, days.length));
  const ticks = ticksOf(highest);
  const frame = frameOf(width || WIDTH, days.length, ticks.at(-1)!);
  const Shape = shape === "bars" ? Bars : Area;
  return (
    <figure className={classes["chart"]}>
      {series.length > 1 && <Legend data={data} />}
      <div ref={ref} className={classes["field"]}>
        <svg width="100%" height={HEIGHT} viewBox={`0 0 ${frame.width} ${HEIGHT}`} aria-hidden>
          <Axes frame={frame} ticks={ticks} days={days} />
          <Shape frame={frame} data={data} active={active} />
        </svg>
        {highest === 0 && <p className={classes["empty"]}>{empty}</p>}
        <DayPointer label={label} frame={frame} data={data} active={active} choose={setDay} />
        {active !== undefined && <Tooltip frame={frame} data={data} day={active} />}
      </div>
      <NumberTable label={label} data={data} />
    </figure>
  );
}
