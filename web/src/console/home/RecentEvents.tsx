import { Anchor, Skeleton, Stack } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../api/types";
import { logAddress } from "../../kit/addresses";
import { Section } from "../../kit/Section";
import { Empty, Problem } from "../../kit/states";
import { Time } from "../../kit/Time";
import { EventIcon } from "../logs/events/EventIcon";
import { Sentence } from "../logs/events/Sentence";
import classes from "./Home.module.css";
import { useRecentEvents } from "./queries";

/** The newest refused sign-ins and changes by administrators. */
export function RecentEvents() {
  const { t } = useTranslation("home");
  const all = (
    <Anchor component={Link} to="/logs" size="sm">
      {t("recent.all")}
    </Anchor>
  );
  return (
    <Section title={t("recent.title")} description={t("recent.description")} actions={all}>
      <Events />
    </Section>
  );
}

function Events() {
  const { t } = useTranslation("home");
  const { data, error, refetch } = useRecentEvents();
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) {
    return (
      <Stack gap="xs">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} h={40} />
        ))}
      </Stack>
    );
  }
  if (data.length === 0) {
    return <Empty icon={<IconHistory size={22} />} title={t("recent.none")} text={t("recent.noneText")} />;
  }
  return (
    <ul className={classes["events"]}>
      {data.map((event) => (
        <Row key={event.log_id} event={event} />
      ))}
    </ul>
  );
}

function Row({ event }: { event: LogEvent }) {
  return (
    <li className={classes["event"]}>
      <Link to={logAddress(event.log_id)} className={classes["link"]}>
        <EventIcon event={event} />
        <span className={classes["what"]}>
          <Sentence event={event} />
        </span>
        <span className={classes["when"]}>
          <Time value={event.date} />
        </span>
      </Link>
    </li>
  );
}
