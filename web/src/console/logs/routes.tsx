import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const logRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "logs",
    component: lazyRouteComponent(() => import("./LogsPage"), "LogsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "logs/$logId",
    component: lazyRouteComponent(() => import("./detail/EventPage"), "EventPage"),
  }),
];
