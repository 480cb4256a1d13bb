import { NavLink, Text } from "@mantine/core";
import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";
import { MENUS, type Place } from "./places";
import classes from "./Shell.module.css";

function isAt(path: string, place: Place): boolean {
  return place.to === "/" ? path === "/" : path === place.to || path.startsWith(`${place.to}/`);
}

/** The menus, of what the person may see. */
export function Navigation() {
  const { t } = useTranslation("shell");
  const session = useSession();
  const path = useRouterState({
    select: (state) => state.location.pathname.replace(/^\/console/, "").replace(/\/$/, "") || "/",
  });
  return (
    <nav aria-label={t("menu")}>
      {MENUS.map((menu, index) => {
        const places = menu.places.filter((place) => session.may(place.scope));
        if (places.length === 0) return null;
        return (
          <div key={menu.name ?? index} role={menu.name ? "group" : undefined} aria-label={menu.name && t(menu.name)}>
            {menu.name && (
              <Text size="xs" c="dimmed" fw={600} mt="md" className={classes["menuName"]}>
                {t(menu.name)}
              </Text>
            )}
            {places.map((place) => (
              <NavLink
                key={place.to}
                component={Link}
                to={place.to}
                label={t(place.name)}
                leftSection={<place.icon size={18} stroke={1.7} aria-hidden />}
                active={isAt(path, place)}
                aria-current={isAt(path, place) ? "page" : undefined}
                className={classes["place"]}
              />
            ))}
          </div>
        );
      })}
    </nav>
  );
}
