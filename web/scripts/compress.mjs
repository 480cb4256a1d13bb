// Puts a brotli file beside every text file of the build, and says what the first page weighs.
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const folder = new URL("../dist/", import.meta.url);
/** What the pages before the first click may weigh, in bytes over the wire. */
const limit = 220 * 1024;

function compressed(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
}

for (const name of await readdir(folder, { recursive: true })) {
  if (/\.(js|css|svg|json)$/.test(name)) {
    await writeFile(new URL(`${name}.br`, folder), compressed(await readFile(new URL(name, folder))));
  }
}

/** The files that a first visit loads: the entry, the screens, the words of one language, and what they import. */
async function firstLoad() {
  const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", folder), "utf8"));
  const files = new Set();
  const add = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) add(manifest[next]);
  };
  const screens = Object.keys(manifest).find((key) => manifest[key].name === "screens");
  for (const key of ["index.html", screens, "src/words/en.ts"]) {
    if (!manifest[key]) throw new Error(`the build has no ${key ?? "screens"} of its own`);
    add(manifest[key]);
  }
  return [...files];
}

let sum = 0;
for (const file of await firstLoad()) sum += (await stat(new URL(`${file}.br`, folder))).size;
console.log(`first load ${(sum / 1024).toFixed(1)} KB brotli, at most ${limit / 1024}`);
if (sum > limit) {
  console.error("the first load is too heavy");
  process.exit(1);
}
