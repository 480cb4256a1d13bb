import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { ManagementClient } from 'auth0';

/** The files of this repository, from wherever the program is called. */
export const REPOSITORY = relative('', join(import.meta.dirname, '../..'));

/**
 * A client for the Management API, from the key that the server's first start writes. Node.js reads its certificate
 * authorities only as it starts, so the program begins anew if it does not know the server's yet.
 */
export function connect(keyFile) {
  if (!existsSync(keyFile)) {
    console.error(`There is no ${keyFile}: start the server first, or say where its key is with --key.`);
    process.exit(1);
  }
  const authority = join(dirname(keyFile), 'ca.pem');
  if (existsSync(authority) && process.env.NODE_EXTRA_CA_CERTS !== authority) restartTrusting(authority);
  const key = JSON.parse(readFileSync(keyFile, 'utf8'));
  process.on('uncaughtException', (error) => {
    console.error(`\n${explanation(error, key.domain, keyFile)}`);
    process.exit(1);
  });
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

function explanation(error, domain, keyFile) {
  const { code } = error.cause ?? {};
  if (code === 'ECONNREFUSED') return `Nothing answers at https://${domain}: is the server running?`;
  if (/CERT|SIGNATURE/.test(code)) {
    return `The certificate of https://${domain} is not from the authority in ${process.env.NODE_EXTRA_CA_CERTS} (${code}).`;
  }
  if (error.statusCode === 401) return `The server at https://${domain} does not know the client in ${keyFile}.`;
  return error.stack;
}
