import { start } from "./console/start";

void start();
