import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { later } from "../../kit/later";

/** The room's pages. */
export const transferRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers",
    component: lazyRouteComponent(() => later(import("./list/TransfersPage")), "TransfersPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/import",
    component: lazyRouteComponent(() => later(import("./import/ImportPage")), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/export",
    component: lazyRouteComponent(() => later(import("./export/ExportPage")), "ExportPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "transfers/$jobId",
    component: lazyRouteComponent(() => later(import("./job/JobPage")), "JobPage"),
  }),
];
