import { Anchor, Badge, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { userAddress } from "../../../kit/addresses";
import { nameOf } from "../../../kit/Person";
import { useProblem } from "../../../kit/states";
import { useMay } from "../../../session/SessionContext";
import { useFormat } from "../../../words/format";
import classes from "./Bulk.module.css";
import type { BulkResult } from "./runBulk";
import type { BulkRun } from "./useBulk";

interface BulkResultsProps {
  run: BulkRun;
  stop: () => void;
  retry: () => void;
  onClose: () => void;
}

const COLORS = { done: "teal", skipped: "gray", failed: "red" } as const;
/** What went wrong stands first. */
const ORDER: BulkResult["outcome"][] = ["failed", "skipped", "done"];

/** How far a bulk is, and how it went for each user (S4.L13.8). */
export function BulkResults({ run, stop, retry, onClose }: BulkResultsProps) {
  const { t } = useTranslation("users");
  const { number } = useFormat();
  const mayReadLogs = useMay("read:logs");
  const over = run.results.length;
  const all = run.users.length;
  const left = all - over;
  const progress = t("bulk.progress", { over: number(over), all: number(all) });
  const failed = run.results.filter(({ outcome }) => outcome === "failed").length;
  return (
    <Stack>
      <div>
        <Group justify="space-between" mb={6}>
          <Text component="output" size="sm" fw={600}>
            {run.running ? progress : left > 0 ? t("bulk.stopped", { count: left }) : t("bulk.over")}
          </Text>
          <Counts results={run.results} />
        </Group>
        <Progress.Root>
          <Progress.Section value={(over / Math.max(1, all)) * 100} animated={run.running} aria-label={progress} />
        </Progress.Root>
      </div>
      <div className={classes["scrolls"]}>
        <ul className={classes["people"]}>
          {ORDER.flatMap((outcome) => run.results.filter((result) => result.outcome === outcome)).map((result) => (
            <Row key={result.user.user_id} result={result} />
          ))}
        </ul>
      </div>
      <Group justify="flex-end" gap="xs">
        {run.running ? (
          <Button variant="default" onClick={stop}>
            {t("bulk.stop")}
          </Button>
        ) : (
          <>
            {mayReadLogs && (
              <Button variant="subtle" component={Link} to="/logs" search={{ request: run.batch } as never}>
                {t("bulk.record")}
              </Button>
            )}
            {(failed > 0 || left > 0) && (
              <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
                {t("bulk.retry", { count: failed + left })}
              </Button>
            )}
            <Button onClick={onClose}>{t("common:action.close")}</Button>
          </>
        )}
      </Group>
    </Stack>
  );
}

function Counts({ results }: { results: BulkResult[] }) {
  const { t } = useTranslation("users");
  return (
    <Group gap={6}>
      {(["done", "skipped", "failed"] as const).map((outcome) => {
        const count = results.filter((result) => result.outcome === outcome).length;
        if (count === 0) return null;
        return (
          <Badge key={outcome} color={COLORS[outcome]}>
            {t(`bulk.count.${outcome}`, { count })}
          </Badge>
        );
      })}
    </Group>
  );
}

function Row({ result: { user, outcome, error } }: { result: BulkResult }) {
  const { t } = useTranslation("users");
  const words = useProblem();
  const name = nameOf(user);
  // Several may have one name.
  const second = [user.email, user.username, user.phone_number].find((text) => text && text !== name);
  return (
    <li className={classes["person"]}>
      <div className={classes["who"]}>
        <Anchor component={Link} to={userAddress(user.user_id ?? "")} size="sm" fw={550} truncate="end" display="block">
          {name}
        </Anchor>
        {second && (
          <Text size="xs" c="dimmed" truncate>
            {second}
          </Text>
        )}
        {error !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)">
            {words(error)}
          </Text>
        )}
      </div>
      <Badge color={COLORS[outcome]}>{t(`bulk.outcome.${outcome}`)}</Badge>
    </li>
  );
}
