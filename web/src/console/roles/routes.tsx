import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const roleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "roles",
    component: lazyRouteComponent(() => import("./RolesPage"), "RolesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "roles/$roleId",
    component: lazyRouteComponent(() => import("./RoleRoute"), "RoleRoute"),
  }),
];
