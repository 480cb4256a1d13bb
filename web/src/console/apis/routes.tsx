import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const apiRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "apis",
    component: lazyRouteComponent(() => import("./ApisPage"), "ApisPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "apis/$apiId",
    component: lazyRouteComponent(() => import("./ApiRoute"), "ApiRoute"),
  }),
];
