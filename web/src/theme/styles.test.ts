import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reachable, reachableEver } from "../testing/reach";

const MANTINE = "node_modules/@mantine/core";

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** Mantine's stylesheets by the classes that they describe. */
const sheets = new Map(
  readdirSync(`${MANTINE}/styles`)
    .filter((name) => name.endsWith(".css") && !name.endsWith(".layer.css"))
    .flatMap((name) =>
      [...read(`${MANTINE}/styles/${name}`).matchAll(/\.(m_[0-9a-f]+)/g)].map(([, hash = ""]): [string, string] => [
        hash,
        name.replace(".css", ""),
      ]),
    )
    .toReversed(),
);

/** Where Mantine keeps what it exports. */
const homes = new Map(
  [...read(`${MANTINE}/esm/index.mjs`).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)].flatMap(
    ([, names = "", path]) => names.split(",").map((name): [string, string] => [name.trim(), `${MANTINE}/esm/${path}`]),
  ),
);

/** The stylesheets that an export of Mantine needs, its parts' included. */
function sheetsOf(name: string): string[] {
  const home = homes.get(name);
  const modules = home ? [...reachable(home)].filter((path) => path.endsWith(".module.mjs")) : [];
  return modules.flatMap((path) => [...read(path).matchAll(/m_[0-9a-f]+/g)].map(([hash]) => sheets.get(hash) ?? ""));
}

/** The stylesheets that files need. */
function needed(files: Iterable<string>): string[] {
  const names = [...files].flatMap((path) =>
    [...read(path).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, list = ""]) =>
      list.split(",").map((name) => name.trim()),
    ),
  );
  return [...new Set([...new Set(names)].flatMap(sheetsOf).filter(Boolean))].toSorted();
}

function imported(path: string): string[] {
  return [...read(path).matchAll(/styles\/([A-Z]\w+)\.layer\.css/g)].map(([, name = ""]) => name);
}

const first = imported("src/theme/styles.ts");

test("the first page has the styles of its components, and no others", () => {
  expect(first.toSorted()).toEqual(needed(reachable("src/console/start.tsx")));
});

test("every page has the styles of its components, and no others", () => {
  const all = [...first, ...imported("src/theme/otherStyles.ts")];
  expect(all.toSorted()).toEqual(needed(reachableEver("src/console/start.tsx")));
});
