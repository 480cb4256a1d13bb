// Writes the types of the Management API from its OpenAPI document, or with --check says whether they are fresh.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const snapshot = new URL("../../crates/anteroom/tests/it/snapshots/it__openapi__openapi.snap", import.meta.url);
const target = new URL("../src/api/schema.ts", import.meta.url);

/** The document that a test of the server holds equal to what the server answers. */
async function document() {
  const text = await readFile(snapshot, "utf8");
  return JSON.parse(text.slice(text.indexOf("\n{")));
}

const banner = "// Made from the OpenAPI document by `npm run generate`; not edited by hand.\n\n";
const fresh = banner + astToString(await openapiTS(await document(), { emptyObjectsUnknown: true }));
if (process.argv.includes("--check")) {
  const present = await readFile(target, "utf8").catch(() => "");
  if (present !== fresh) {
    console.error("src/api/schema.ts is not what the OpenAPI document says: run `npm run generate`");
    process.exit(1);
  }
} else {
  await writeFile(target, fresh);
}
