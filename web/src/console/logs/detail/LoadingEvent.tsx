import { Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** An event in grey, as high as one. */
export function LoadingEvent() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="output" aria-busy aria-label={t("list.loading")}>
      <Skeleton h={36} w="70%" />
      {Array.from({ length: 8 }, (_, line) => (
        <Skeleton key={line} h={20} />
      ))}
    </Stack>
  );
}
