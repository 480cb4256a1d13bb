import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ManagementClient } from 'auth0';

/**
 * A client for the Management API, from the key that the server's first start writes. Node.js reads its certificate
 * authorities only as it starts, so the program begins anew if it does not know the server's yet.
 */
export function connect(keyFile) {
  if (!existsSync(keyFile)) {
    console.error(`There is no ${keyFile}: start the server first, or say where its key is with --key.`);
    process.exit(1);
  }
  if (!process.env.NODE_EXTRA_CA_CERTS) restartTrusting(join(dirname(keyFile), 'ca.pem'));
  const key = JSON.parse(readFileSync(keyFile, 'utf8'));
  return new ManagementClient({
    domain: key.domain,
    clientId: key.client_id,
    clientSecret: key.client_secret,
    audience: key.audience,
  });
}

function restartTrusting(authority) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
  const { status } = spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' });
  process.exit(status ?? 1);
}
