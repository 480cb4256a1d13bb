import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const applicationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications",
    component: lazyRouteComponent(() => import("./ApplicationsPage"), "ApplicationsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications/new",
    component: lazyRouteComponent(() => import("./CreateApplicationPage"), "CreateApplicationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications/$clientId",
    component: lazyRouteComponent(() => import("./ApplicationRoute"), "ApplicationRoute"),
  }),
];
