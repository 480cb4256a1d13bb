import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const logRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "logs",
    component: lazyRouteComponent(() => later(import("./LogsPage")), "LogsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "logs/$logId",
    component: lazyRouteComponent(() => later(import("./detail/EventPage")), "EventPage"),
  }),
];
