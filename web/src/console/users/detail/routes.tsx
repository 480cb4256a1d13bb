import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../shell/rootRoute";
import { later } from "../../../kit/later";

/** A user's page; its tab stands in `?tab=`. */
export const userDetailRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users/$userId",
    component: lazyRouteComponent(() => later(import("./UserPage")), "UserPage"),
  }),
];
