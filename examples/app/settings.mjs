import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `setup.mjs` writes what the application needs to know. */
export const FILE = process.env.EXAMPLE_SETTINGS ?? join(import.meta.dirname, '.env');

/** What the application needs to know; variables of the environment win over the file. */
export function settings() {
  if (!existsSync(FILE)) {
    console.error(`There is no ${FILE}: run setup.mjs first.`);
    process.exit(1);
  }
  process.loadEnvFile(FILE);
  const { ORIGIN, ISSUER, CLIENT_ID, CLIENT_SECRET, AUDIENCE, CA_FILE } = process.env;
  return {
    origin: ORIGIN,
    issuer: ISSUER,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    audience: AUDIENCE,
    caFile: CA_FILE || undefined,
  };
}
