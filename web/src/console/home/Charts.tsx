import { Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DayChart } from "../../kit/charts/DayChart";
import { HEIGHT } from "../../kit/charts/frame";
import { Section } from "../../kit/Section";
import classes from "./Home.module.css";
import { useDays, type Day } from "./queries";

/** Sign-ins and failures, new users and active users over 30 days. */
export function Charts() {
  const { t } = useTranslation("home");
  const { data, error } = useDays();
  // The figures above tell of the problem.
  if (error) return null;
  return (
    <div>
      <div className={classes["charts"]}>
        <div className={classes["wide"]}>
          <Section title={t("chart.signIns")}>{data ? <SignIns days={data} /> : <Skeleton h={HEIGHT + 26} />}</Section>
        </div>
        <Section title={t("chart.active")}>
          {data ? <Single days={data} what="active_users" shape="area" /> : <Skeleton h={HEIGHT} />}
        </Section>
        <Section title={t("chart.new")}>
          {data ? <Single days={data} what="created_users" shape="bars" /> : <Skeleton h={HEIGHT} />}
        </Section>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t("chart.utc")}
      </Text>
    </div>
  );
}

function SignIns({ days }: { days: Day[] }) {
  const { t } = useTranslation("home");
  const series = [
    { name: t("chart.succeeded"), tone: "main" as const, values: days.map(({ logins }) => logins) },
    { name: t("chart.failed"), tone: "bad" as const, values: days.map(({ failures }) => failures) },
  ];
  const data = { days: days.map(({ date }) => date), series };
  return <DayChart label={t("chart.signIns")} shape="bars" data={data} empty={t("chart.none")} />;
}

interface SingleProps {
  days: Day[];
  what: "active_users" | "created_users";
  shape: "bars" | "area";
}

function Single({ days, what, shape }: SingleProps) {
  const { t } = useTranslation("home");
  const name = t(what === "active_users" ? "chart.active" : "chart.new");
  const series = [{ name, tone: "main" as const, values: days.map((day) => day[what]) }];
  const data = { days: days.map(({ date }) => date), series };
  return <DayChart label={name} shape={shape} data={data} empty={t("chart.none")} />;
}
