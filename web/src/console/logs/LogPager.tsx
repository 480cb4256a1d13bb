import { Button, Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** The ways to newer and older events; nothing where all of them are on the page. */
export function LogPager({ newer, older }: { newer: (() => void) | undefined; older: (() => void) | undefined }) {
  const { t } = useTranslation("logs");
  if (!newer && !older) return null;
  return (
    <Group component="nav" aria-label={t("common:list.pages")} justify="flex-end" gap="xs" px="md" py="xs">
      <Button
        size="xs"
        variant="default"
        disabled={!newer}
        onClick={newer}
        leftSection={<IconChevronLeft size={15} aria-hidden />}
      >
        {t("newer")}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!older}
        onClick={older}
        rightSection={<IconChevronRight size={15} aria-hidden />}
      >
        {t("older")}
      </Button>
    </Group>
  );
}
