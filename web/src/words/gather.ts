/** The words of one language: a namespace a room. */
export type Words = Record<string, object>;

/** Names each file's words by the file's name. */
export function gather(files: Record<string, unknown>): Words {
  const words: Words = {};
  for (const [path, content] of Object.entries(files)) {
    words[path.slice(path.lastIndexOf("/") + 1, -".json".length)] = content as object;
  }
  return words;
}
