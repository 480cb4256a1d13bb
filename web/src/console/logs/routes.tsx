import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const logRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "logs",
    component: lazyRouteComponent(() => import("./Placeholder"), "Placeholder"),
  }),
];
