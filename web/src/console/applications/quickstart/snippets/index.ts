import type { ApplicationType } from "../../queries";
import type { Values } from "../values";
import { machine } from "./machine";
import { native } from "./native";
import { singlePage } from "./singlePage";
import { web } from "./web";

/** Code that begins with a library, ready to be copied. */
export interface Snippet {
  /** What the library or tool is called. */
  name: string;
  /** How it is brought in. */
  install?: string;
  code: string;
}

const BY_TYPE: Record<ApplicationType, (values: Values) => Snippet[]> = {
  spa: singlePage,
  regular_web: web,
  native,
  non_interactive: machine,
};

/** The snippets for a kind of application, filled in. */
export function snippetsFor(type: ApplicationType, values: Values): Snippet[] {
  return BY_TYPE[type](values);
}
