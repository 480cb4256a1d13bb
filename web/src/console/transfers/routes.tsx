import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";

/** The room's pages. */
export const transferRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers",
    component: lazyRouteComponent(() => import("./list/TransfersPage"), "TransfersPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/import",
    component: lazyRouteComponent(() => import("./import/ImportPage"), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/export",
    component: lazyRouteComponent(() => import("./export/ExportPage"), "ExportPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/$jobId",
    component: lazyRouteComponent(() => import("./job/JobPage"), "JobPage"),
  }),
];
