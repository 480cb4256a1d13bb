import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProvider } from "../../api/ApiContext";
import type { Api } from "../../api/client";
import { NewsList } from "../../kit/news/NewsList";
import { SessionProvider } from "../../session/SessionContext";
import type { Session } from "../../session/session";
import { createQueries } from "./queries";
import { Look } from "./Look";
import { NotAdministrator } from "./NotAdministrator";
import type { ConsoleRouter } from "./router";

/** The console of whoever is signed in; people who do not administer are told so. */
export function Console({ session, api, router }: { session: Session; api: Api; router: ConsoleRouter }) {
  const [queries] = useState(createQueries);
  return (
    <Look>
      <SessionProvider session={session}>
        <ApiProvider api={api}>
          <QueryClientProvider client={queries}>
            <NewsList />
            {session.isAdministrator ? <RouterProvider router={router} /> : <NotAdministrator />}
          </QueryClientProvider>
        </ApiProvider>
      </SessionProvider>
    </Look>
  );
}
