import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

const component = lazyRouteComponent(() => import("./SettingsPage"), "SettingsPage");

/** The room's pages. */
export const settingsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "settings", component }),
  createRoute({ getParentRoute: () => rootRoute, path: "settings/$section", component }),
];
