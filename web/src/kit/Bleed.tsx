import type { ReactNode } from "react";
import classes from "./Bleed.module.css";

/** A table at the end of a card, as wide as the card. */
export function Bleed({ children }: { children: ReactNode }) {
  return <div className={classes["bleed"]}>{children}</div>;
}
