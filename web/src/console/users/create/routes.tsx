import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../shell/rootRoute";
import { later } from "../../../kit/later";

/** Where a user is made. */
export const userCreateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users/new",
    component: lazyRouteComponent(() => later(import("./CreateUserPage")), "CreateUserPage"),
  }),
];
