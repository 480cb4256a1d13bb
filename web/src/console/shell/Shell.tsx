import { Burger, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../../kit/later";
import { useSession } from "../../session/SessionContext";
import { Navigation } from "./Navigation";
import { PaletteButton } from "./PaletteButton";
import { ProfileMenu } from "./ProfileMenu";
import classes from "./Shell.module.css";
import { useShortcuts } from "./useShortcuts";

const Palette = lazy(() => later(import("./palette/Palette")));
const ShortcutHelp = lazy(() => later(import("./ShortcutHelp")));

/** What stands around every page: navigation, palette, profile. */
export function Shell() {
  const { t } = useTranslation("shell");
  const { configuration } = useSession();
  const [menu, { toggle, close }] = useDisclosure();
  const { palette, help, openPalette, closePalette, closeHelp } = useShortcuts();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  return (
    <>
      <a href="#content" className={classes["skip"]}>
        {t("skip")}
      </a>
      <header className={classes["header"]}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Burger
            opened={menu}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t("menu")}
            aria-expanded={menu}
          />
          <img src="/console/assets/icon.svg" alt="" width={26} height={26} />
          <Text fw={650} truncate>
            {configuration.tenantName}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <PaletteButton open={openPalette} />
          <ProfileMenu />
        </Group>
      </header>
      <div className={classes["navigation"]} data-open={menu || undefined}>
        <Navigation />
      </div>
      <main id="content" tabIndex={-1} className={classes["main"]}>
        <Outlet />
      </main>
      <Suspense>
        {palette && <Palette onClose={closePalette} />}
        {help && <ShortcutHelp onClose={closeHelp} />}
      </Suspense>
    </>
  );
}
