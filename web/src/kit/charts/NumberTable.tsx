import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format";
import type { ChartData } from "./types";
import { useChartWords } from "./useChartWords";

/** The numbers of a chart for people who do not see it. */
export function NumberTable({ label, data }: { label: string; data: ChartData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { long } = useChartWords();
  return (
    <VisuallyHidden>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t("chart.day")}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.days.map((day, place) => (
            <tr key={day}>
              <th scope="row">{long(day)}</th>
              {data.series.map(({ name, values }) => (
                <td key={name}>{format.number(values[place] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
