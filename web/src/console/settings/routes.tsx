import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

const component = lazyRouteComponent(() => later(import("./SettingsPage")), "SettingsPage");

/** The room's pages. */
export const settingsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "settings", component }),
  createRoute({ getParentRoute: () => rootRoute, path: "settings/$section", component }),
];
