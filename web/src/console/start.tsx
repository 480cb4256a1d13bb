import { createRoot } from "react-dom/client";
import { createApi } from "../api/client";
import { ApiError } from "../api/errors";
import { refusalWords } from "../api/refusals/refusals";
import { isCallback } from "../session/authorization";
import type { Session } from "../session/session";
import { startWords } from "../words/languages";
import { BrokenStart } from "./shell/BrokenStart";
import { Console } from "./shell/Console";
import { Look } from "./shell/Look";
import { createConsoleRouter, loadPage } from "./shell/router";

/** Shows the console as soon as the person is signed in, the words are there and so is the page; or says why not. */
export async function start(opening: Promise<Session | undefined>): Promise<void> {
  const place = document.getElementById("root");
  if (!place) return;
  const root = createRoot(place);
  const words = startWords();
  // Where a sign-in comes back to is no page; afterwards the address is the one that was wanted.
  if (isCallback()) await opening.catch(() => undefined);
  const router = createConsoleRouter();
  await Promise.all([words, loadPage(router)]);
  try {
    const session = await opening;
    if (session) root.render(<Console session={session} api={createApi(session)} router={router} />);
  } catch (problem) {
    // Only the network fails in this way.
    const error = problem instanceof TypeError ? new ApiError(0, "unreachable", problem.message) : problem;
    await refusalWords();
    root.render(
      <Look>
        <BrokenStart error={error} />
      </Look>,
    );
  }
}
