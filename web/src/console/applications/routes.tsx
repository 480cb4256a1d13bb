import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const applicationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications",
    component: lazyRouteComponent(() => import("./Placeholder"), "Placeholder"),
  }),
];
