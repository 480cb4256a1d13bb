import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { DayChart } from "./DayChart";

const data = {
  days: ["2026-11-18T00:00:00.000Z", "2026-11-19T00:00:00.000Z", "2026-11-20T00:00:00.000Z"],
  series: [
    { name: "Succeeded", tone: "main" as const, values: [1200, 0, 7] },
    { name: "Failed", tone: "bad" as const, values: [3, 1, 0] },
  ],
};

test("every number reaches people who do not see the chart", async () => {
  await show(<DayChart label="Sign-ins" data={data} shape="bars" empty="Nothing" />);
  const table = screen.getByRole("table", { name: "Sign-ins" });
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "DaySucceededFailed",
    "Wednesday, November 181,2003",
    "Thursday, November 1901",
    "Friday, November 2070",
  ]);
});

test("a day is chosen by the keys of a slider, and each is told", async () => {
  const { user } = await show(<DayChart label="Sign-ins" data={data} shape="bars" empty="Nothing" />);
  const chart = screen.getByRole("slider", { name: "Sign-ins" });
  const told = () => chart.getAttribute("aria-valuetext");
  expect(told()).toBe("Friday, November 20, Succeeded 7, Failed 0");
  await user.tab();
  expect(document.activeElement).toBe(chart);
  fireEvent.change(chart, { target: { value: "0" } });
  expect(told()).toBe("Wednesday, November 18, Succeeded 1,200, Failed 3");
  // The table has it too.
  expect(screen.getAllByText("1,200")).toHaveLength(2);
  fireEvent.blur(chart);
  expect(screen.getAllByText("1,200")).toHaveLength(1);
});

test("where all is zero the chart says so", async () => {
  const nothing = { days: data.days, series: [{ name: "New", tone: "main" as const, values: [0, 0, 0] }] };
  await show(<DayChart label="New users" data={nothing} shape="area" empty="Nothing yet" />);
  expect(screen.getByText("Nothing yet")).toBeDefined();
});

test("days are those of UTC in every language", async () => {
  await show(<DayChart label="登录" data={data} shape="area" empty="无" />, { language: "zh-CN" });
  expect(screen.getByText("11月20日星期五")).toBeDefined();
});
