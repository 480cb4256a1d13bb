import { readConfiguration } from "./session/configuration";
import { openSession } from "./session/session";
import { preferredLanguage } from "./words/preferred";

// The sign-in page is asked to speak it too.
document.documentElement.lang = preferredLanguage();

// Signing in takes a few answers of the server: it begins before the screens are there.
const opening = openSession(readConfiguration());
// Whoever waits for it shows what went wrong.
opening.catch(() => undefined);
void import("./console/start").then(({ start }) => start(opening));
