import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const settingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "settings",
    component: lazyRouteComponent(() => import("./Placeholder"), "Placeholder"),
  }),
];
