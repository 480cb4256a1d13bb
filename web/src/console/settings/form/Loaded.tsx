import { Paper, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Asked } from "../../../kit/ThingPage";
import { Problem } from "../../../kit/states";

/** What was asked for, once it is there; grey until then, or what went wrong. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error) return <Problem error={asked.error} retry={() => void asked.refetch()} />;
  return (
    <Paper p="lg" component="output" aria-busy aria-label={t("list.loading")}>
      <Stack>
        <Skeleton h={24} w="40%" />
        {Array.from({ length: 5 }, (_, line) => (
          <Skeleton key={line} h={36} />
        ))}
      </Stack>
    </Paper>
  );
}
