import { CloseButton, Paper, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dismiss, useNews, type News } from "./news";
import classes from "./News.module.css";

/** How long news stays, in milliseconds: problems take longer to read. */
const STAYS = 4_000;
const PROBLEM_STAYS = 10_000;

function NewsItem({ news: { id, title, text, isProblem } }: { news: News }) {
  const { t } = useTranslation();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), isProblem ? PROBLEM_STAYS : STAYS);
    return () => clearTimeout(timer);
  }, [id, isHeld, isProblem]);
  const Icon = isProblem ? IconAlertTriangle : IconCheck;
  return (
    <Paper
      role="alert"
      shadow="lg"
      className={classes["item"]}
      data-problem={isProblem || undefined}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon size={20} className={classes["icon"]} aria-hidden />
      <div className={classes["text"]}>
        {title && (
          <Text size="sm" fw={600}>
            {title}
          </Text>
        )}
        <Text size="sm">{text}</Text>
      </div>
      <CloseButton size="sm" aria-label={t("action.close")} onClick={() => dismiss(id)} />
    </Paper>
  );
}

/** Where news is told: above everything, at the lower edge of the screen. */
export function NewsList() {
  const news = useNews();
  return (
    <div className={classes["list"]}>
      {news.map((item) => (
        <NewsItem key={item.id} news={item} />
      ))}
    </div>
  );
}
