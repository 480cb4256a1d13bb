import { Button } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Tail.module.css";

/** How many new events wait, and the way to them. */
export function NewPill({ count, show }: { count: number; show: () => void }) {
  const { t } = useTranslation("logs");
  if (count === 0) return null;
  return (
    <div className={classes["place"]}>
      <Button
        radius="xl"
        size="xs"
        leftSection={<IconArrowUp size={14} aria-hidden />}
        className={classes["pill"]}
        onClick={() => {
          show();
          scrollTo({ top: 0 });
        }}
      >
        {t("live.new", { count })}
      </Button>
    </div>
  );
}
