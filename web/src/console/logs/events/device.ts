import type { TFunction } from "i18next";
import { wordList } from "./wordList";

/** A device in words: of "Computer, Linux" the kind has words, the system its name. */
export function deviceIn(t: TFunction<"logs">, device: string | undefined): string | undefined {
  return device?.replace(/^\w+/, (word) => wordList(t, "device")[word] ?? word);
}
