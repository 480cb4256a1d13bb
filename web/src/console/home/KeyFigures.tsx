import { useTranslation } from "react-i18next";
import { Figures, type Figure } from "../../kit/Figures";
import { Problem } from "../../kit/states";
import { useMay } from "../../session/SessionContext";
import { useFormat } from "../../words/format";
import { lastDays, lastWeeks, sum } from "./compare";
import { useActiveUsers, useDays, useUserTotal, type Day } from "./queries";
import { useComparison } from "./useComparison";

/** How many users there are, and what came of 30 days, with how that changes. */
export function KeyFigures() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const change = useComparison();
  const mayStats = useMay("read:stats");
  const users = useUserTotal();
  const active = useActiveUsers();
  const days = useDays();
  const error = users.error ?? active.error ?? days.error;
  if (error) return <Problem error={error} retry={() => void Promise.all([users.refetch(), days.refetch()])} />;

  const number = (value: number | undefined) => (value === undefined ? undefined : format.number(value));
  const of = (what: keyof Omit<Day, "date">) => days.data?.map((day) => day[what]);
  const total = (values: number[] | undefined) => number(values && sum(values));
  const [created, logins, failures] = [of("created_users"), of("logins"), of("failures")];
  const figures: Figure[] = [
    { name: t("figure.users"), value: number(users.data), note: created ? change("created", lastDays(created)) : null },
  ];
  if (mayStats) {
    figures.push(
      { name: t("figure.new"), value: total(created), note: created ? change("week", lastWeeks(created)) : null },
      {
        name: t("figure.active"),
        value: number(active.data),
        note: days.data ? change("day", lastDays(of("active_users") ?? [])) : null,
      },
      { name: t("figure.signIns"), value: total(logins), note: logins ? change("week", lastWeeks(logins)) : null },
      {
        name: t("figure.failures"),
        value: total(failures),
        note: failures ? change("week", lastWeeks(failures)) : null,
      },
    );
  }
  return <Figures figures={figures} />;
}
