import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The file that an import means. */
function imported(from: string, name: string): string | undefined {
  const path = join(dirname(from), name);
  return [`${path}.ts`, `${path}.tsx`, join(path, "index.ts"), path].find(existsSync);
}

function follow(path: string, imports: RegExp, found: Set<string>): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name = ""] of readFileSync(path, "utf8").matchAll(imports)) {
    const next = imported(path, name);
    if (next && /(?<!schema)\.(tsx?|mjs)$/.test(next)) follow(next, imports, found);
  }
  return found;
}

/** The files that a file leads to, without those that come `later`. */
export function reachable(path: string): Set<string> {
  return follow(path, /(?:(?<!import type [^;]*)from |(?<!later\()import\()["'](\.[^"']+)["']/g, new Set());
}

/** The files that a file leads to, sooner or later. */
export function reachableEver(path: string): Set<string> {
  return follow(path, /(?:(?<!import type [^;]*)from |import\()["'](\.[^"']+)["']/g, new Set());
}
