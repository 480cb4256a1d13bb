import { ActionIcon, Button, Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** What the key is called on this machine. */
const COMMAND = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

/** Opens the palette; an icon alone on narrow screens. */
export function PaletteButton({ open }: { open: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <>
      <Button
        visibleFrom="sm"
        variant="default"
        size="sm"
        fw={400}
        onClick={open}
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd size="xs">{COMMAND} K</Kbd>}
      >
        {t("palette.open")}
      </Button>
      <ActionIcon hiddenFrom="sm" variant="default" size="lg" onClick={open} aria-label={t("palette.open")}>
        <IconSearch size={18} />
      </ActionIcon>
    </>
  );
}
