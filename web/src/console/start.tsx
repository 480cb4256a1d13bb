import { createRoot } from "react-dom/client";
import { createApi } from "../api/client";
import { readConfiguration } from "../session/configuration";
import { openSession } from "../session/session";
import { startWords } from "../words/languages";
import { BrokenStart } from "./shell/BrokenStart";
import { Console } from "./shell/Console";
import { Look } from "./shell/Look";

/** Signs the person in and shows the console, or says why not. */
export async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (!place) return;
  const root = createRoot(place);
  await startWords();
  try {
    const session = await openSession(readConfiguration());
    if (session) root.render(<Console session={session} api={createApi(session)} />);
  } catch (error) {
    root.render(
      <Look>
        <BrokenStart error={error} />
      </Look>,
    );
  }
}
