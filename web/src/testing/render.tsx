import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { ApiProvider } from "../api/ApiContext";
import { createApi } from "../api/client";
import { parseSearch, stringifySearch } from "../console/shell/search";
import { dismissAll } from "../kit/news/news";
import { NewsList } from "../kit/news/NewsList";
import { SessionProvider } from "../session/SessionContext";
import { Session } from "../session/session";
import { startWords, otherWords, type Language } from "../words/languages";
import { theme } from "../theme/theme";

/** Scopes of a super administrator, as far as the screens ask for them. */
const ALL = ["users", "roles", "clients", "logs", "tenant_settings", "connections", "stats"].flatMap((what) =>
  ["read", "create", "update", "delete"].map((verb) => `${verb}:${what}`),
);

interface Options {
  /** Where the page stands; `/` by default. */
  at?: string;
  scopes?: string[];
  language?: Language;
  /** What the person may administer; a super administrator by default. */
  platformRole?: string;
}

function sessionWith(scopes: string[], platformRole: string): Session {
  const configuration = { clientId: "console", audience: "api", scope: "openid", tenantName: "Test", version: "0" };
  const claims = { sub: "auth0|me", name: "Me", platform_role: platformRole };
  return new Session(configuration, {
    accessToken: "token",
    scopes,
    expiresAt: Date.now() + 600_000,
    claims,
    idToken: "",
  });
}

/** Shows something as a page of the console, with router, words, session and API; returns the person who uses it. */
export async function show(
  page: ReactNode,
  { at = "/", scopes = ALL, language = "en", platformRole = "super_admin" }: Options = {},
) {
  dismissAll();
  await startWords(language);
  await otherWords();
  const session = sessionWith(scopes, platformRole);
  const rootRoute = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => rootRoute, path: "$", component: () => page });
  const router = createRouter({
    routeTree: rootRoute.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const shown = render(
    <MantineProvider theme={theme} env="test">
      <SessionProvider session={session}>
        <ApiProvider api={createApi(session)}>
          <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
            <NewsList />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ApiProvider>
      </SessionProvider>
    </MantineProvider>,
  );
  return { ...shown, router, user: userEvent.setup({ pointerEventsCheck: 0, delay: null }) };
}
