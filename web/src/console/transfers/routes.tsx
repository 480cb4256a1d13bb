import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const transferRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers",
    component: lazyRouteComponent(() => import("./Placeholder"), "Placeholder"),
  }),
];
