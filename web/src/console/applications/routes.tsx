import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const applicationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications",
    component: lazyRouteComponent(() => later(import("./ApplicationsPage")), "ApplicationsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications/new",
    component: lazyRouteComponent(() => later(import("./CreateApplicationPage")), "CreateApplicationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "applications/$clientId",
    component: lazyRouteComponent(() => later(import("./ApplicationRoute")), "ApplicationRoute"),
  }),
];
