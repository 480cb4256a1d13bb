import { useFormat } from "../../words/format";
import classes from "./charts.module.css";
import { dayAt } from "./frame";
import type { ChartData, Frame } from "./types";
import { useChartWords } from "./useChartWords";

interface DayPointerProps {
  label: string;
  frame: Frame;
  data: ChartData;
  active: number | undefined;
  choose: (day: number | undefined) => void;
}

/** Chooses a day of a chart: an unseen slider lies over it, which pointers and keys move. */
export function DayPointer({ label, frame, data: { days, series }, active, choose }: DayPointerProps) {
  const format = useFormat();
  const { long } = useChartWords();
  const last = days.length - 1;
  const told = active ?? last;
  const numbers = series.map(({ name, values }) => `${name} ${format.number(values[told] ?? 0)}`);
  return (
    <input
      type="range"
      className={classes["pointer"]}
      aria-label={label}
      min={0}
      max={last}
      value={told}
      aria-valuetext={days[told] && [long(days[told]), ...numbers].join(", ")}
      onChange={(event) => choose(Number(event.currentTarget.value))}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && choose(last)}
      onBlur={() => choose(undefined)}
      onPointerMove={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        choose(dayAt(frame, event.clientX - left, days.length));
      }}
      onPointerLeave={() => choose(undefined)}
    />
  );
}
