import { AppShell, Burger, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";
import { Navigation } from "./Navigation";
import { PaletteButton } from "./PaletteButton";
import { ProfileMenu } from "./ProfileMenu";
import classes from "./Shell.module.css";
import { useShortcuts } from "./useShortcuts";

const Palette = lazy(() => import("./palette/Palette"));
const ShortcutHelp = lazy(() => import("./ShortcutHelp"));

/** What stands around every page: navigation, palette, profile. */
export function Shell() {
  const { t } = useTranslation("shell");
  const { configuration } = useSession();
  const [menu, { toggle, close }] = useDisclosure();
  const { palette, help, openPalette, closePalette, closeHelp } = useShortcuts();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !menu } }}
      padding={{ base: "md", sm: "lg" }}
    >
      <a href="#content" className={classes["skip"]}>
        {t("skip")}
      </a>
      <AppShell.Header className={classes["header"]}>
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
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes["navigation"]}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes["main"]}>
        <Outlet />
      </AppShell.Main>
      <Suspense>
        {palette && <Palette onClose={closePalette} />}
        {help && <ShortcutHelp onClose={closeHelp} />}
      </Suspense>
    </AppShell>
  );
}
