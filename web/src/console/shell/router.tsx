import { createRouter, type AnyRoute } from "@tanstack/react-router";
import { apiRoutes } from "../apis/routes";
import { applicationRoutes } from "../applications/routes";
import { homeRoutes } from "../home/routes";
import { logRoutes } from "../logs/routes";
import { roleRoutes } from "../roles/routes";
import { settingsRoutes } from "../settings/routes";
import { transferRoutes } from "../transfers/routes";
import { userRoutes } from "../users/routes";
import { Crashed, Missing } from "./Missing";
import { rootRoute } from "./rootRoute";
import { parseSearch, stringifySearch } from "./search";

const rooms: AnyRoute[] = [
  ...homeRoutes,
  ...userRoutes,
  ...transferRoutes,
  ...roleRoutes,
  ...applicationRoutes,
  ...apiRoutes,
  ...logRoutes,
  ...settingsRoutes,
];

/** The console's pages by their addresses. */
export function createConsoleRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren(rooms),
    basepath: "/console",
    defaultPreload: "intent",
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
    defaultNotFoundComponent: Missing,
    defaultErrorComponent: Crashed,
  });
}

/** The console's router. */
export type ConsoleRouter = ReturnType<typeof createConsoleRouter>;

/** Loads the code of the page at the router's address; what cannot be loaded the page itself says. */
export async function loadPage(router: ConsoleRouter): Promise<void> {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  await Promise.allSettled(routes.map((route) => router.loadRouteChunk(route)));
}
