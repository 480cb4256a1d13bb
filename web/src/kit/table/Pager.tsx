import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format";

export interface PagerProps {
  /** The number of the first row shown, from 1. */
  from: number;
  /** How many rows are shown. */
  shown: number;
  /** How many there are: where that was counted, the number; else what is known of it in words. */
  total?: number | string;
  /** Goes back; absent on the first page. */
  previous?: () => void;
  /** Goes on; absent on the last page. */
  next?: () => void;
  perPage: number;
  perPageChoices?: number[];
  onPerPage?: (perPage: number) => void;
}

/** Where in a list one is, and the ways on and back. */
export function Pager({
  from,
  shown,
  total,
  previous,
  next,
  perPage,
  perPageChoices = [25, 50, 100],
  onPerPage,
}: PagerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const range = { from: format.number(shown === 0 ? 0 : from), to: format.number(shown === 0 ? 0 : from + shown - 1) };
  return (
    <Group component="nav" aria-label={t("list.pages")} justify="space-between" px="md" py="xs">
      <Text component="output" size="sm" c="dimmed">
        {total === undefined
          ? t("list.rangeOpen", range)
          : t("list.range", { ...range, total: typeof total === "number" ? format.number(total) : total })}
      </Text>
      <Group gap="xs">
        {onPerPage && (
          <NativeSelect
            size="xs"
            w={76}
            aria-label={t("list.perPage")}
            data={perPageChoices.map(String)}
            value={String(perPage)}
            onChange={(event) => onPerPage(Number(event.currentTarget.value))}
          />
        )}
        <ActionIcon variant="default" onClick={previous} disabled={!previous} aria-label={t("action.previous")}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon variant="default" onClick={next} disabled={!next} aria-label={t("action.next")}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
