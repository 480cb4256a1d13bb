import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const userRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users",
    component: lazyRouteComponent(() => import("./Placeholder"), "Placeholder"),
  }),
];
