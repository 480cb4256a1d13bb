import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    component: lazyRouteComponent(() => later(import("./HomePage")), "HomePage"),
  }),
];
