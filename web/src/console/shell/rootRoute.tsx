import { createRootRoute } from "@tanstack/react-router";
import { Shell } from "./Shell";

/** Every page stands in the shell. */
export const rootRoute = createRootRoute({ component: Shell });
