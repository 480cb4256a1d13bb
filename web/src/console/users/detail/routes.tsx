import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../shell/rootRoute";

/** A user's page; its tab stands in `?tab=`. */
export const userDetailRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users/$userId",
    component: lazyRouteComponent(() => import("./UserPage"), "UserPage"),
  }),
];
