import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const apiRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "apis",
    component: lazyRouteComponent(() => later(import("./ApisPage")), "ApisPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "apis/$apiId",
    component: lazyRouteComponent(() => later(import("./ApiRoute")), "ApiRoute"),
  }),
];
