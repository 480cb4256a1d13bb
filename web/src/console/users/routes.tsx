import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { userCreateRoutes } from "./create/routes";
import { userDetailRoutes } from "./detail/routes";

/** The room's pages. */
export const userRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users",
    component: lazyRouteComponent(() => import("./list/UserListPage"), "UserListPage"),
  }),
  ...userCreateRoutes,
  ...userDetailRoutes,
];
