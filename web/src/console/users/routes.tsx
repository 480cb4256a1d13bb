import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../shell/rootRoute";
import { userCreateRoutes } from "./create/routes";
import { userDetailRoutes } from "./detail/routes";
import { UserListPage } from "./list/UserListPage";

/** The room's pages; the list is what people come for, and comes with the shell. */
export const userRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "users",
    component: UserListPage,
  }),
  ...userCreateRoutes,
  ...userDetailRoutes,
];
