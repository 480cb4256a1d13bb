import { ActionIcon, Group, NativeSelect, Tooltip } from "@mantine/core";
import { IconSortAscending, IconSortDescending } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Sort } from "../../../kit/table/types";

/** What the server sorts by, and whether it is a time or a number: those begin with the greatest. */
export const SORTS: Record<string, { greatestFirst: boolean }> = {
  created_at: { greatestFirst: true },
  last_login: { greatestFirst: true },
  updated_at: { greatestFirst: true },
  name: { greatestFirst: false },
  email: { greatestFirst: false },
  username: { greatestFirst: false },
  phone_number: { greatestFirst: false },
  logins_count: { greatestFirst: true },
};

/** The order of a field when it is chosen. */
export function firstSort(by: string): Sort {
  return { by, descending: SORTS[by]?.greatestFirst ?? false };
}

/** The order of the list: by what, and which way round. */
export function SortSelect({ sort, change }: { sort: Sort; change: (sort: Sort) => void }) {
  const { t } = useTranslation("users");
  const Icon = sort.descending ? IconSortDescending : IconSortAscending;
  const greatestFirst = SORTS[sort.by]?.greatestFirst ?? false;
  const way = t(`list.way.${greatestFirst ? "time" : "text"}${sort.descending ? "Down" : "Up"}`);
  return (
    <Group gap={4} wrap="nowrap">
      <NativeSelect
        w={150}
        aria-label={t("list.sort")}
        data={Object.keys(SORTS).map((by) => ({ value: by, label: t(`list.sortBy.${by}`) }))}
        value={sort.by}
        onChange={(event) => change(firstSort(event.currentTarget.value))}
      />
      <Tooltip label={way}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("list.turn", { way })}
          onClick={() => change({ ...sort, descending: !sort.descending })}
        >
          <Icon size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
