import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../shell/rootRoute";

/** Where a user is made. */
export const userCreateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users/new",
    component: lazyRouteComponent(() => import("./CreateUserPage"), "CreateUserPage"),
  }),
];
