import { otherWords } from "../words/languages";

/** A part that is loaded when it is wanted, with the words and styles that the first page does without. */
export async function later<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([part, otherWords(), import("../theme/otherStyles")]);
  return loaded;
}
