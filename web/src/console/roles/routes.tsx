import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const roleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "roles",
    component: lazyRouteComponent(() => later(import("./RolesPage")), "RolesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "roles/$roleId",
    component: lazyRouteComponent(() => later(import("./RoleRoute")), "RoleRoute"),
  }),
];
