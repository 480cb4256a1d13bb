/**
 * Registers this application and its API with a running Anteroom, makes somebody to sign in as, and writes `.env`.
 * Called again it brings the same registration up to date.
 *
 *   node setup.mjs [--key data/management-key.json] [--person ada@example.com]
 *                  [--origin http://localhost:3000] [--issuer https://localhost:8443/]
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { SCOPE } from './api.mjs';
import { fetchTrusting } from './fetch.mjs';
import { FILE } from './settings.mjs';

const { values: options } = parseArgs({
  options: {
    key: { type: 'string', default: join(import.meta.dirname, '../../data/management-key.json') },
    origin: { type: 'string', default: 'http://localhost:3000' },
    issuer: { type: 'string' },
    person: { type: 'string', default: 'ada@example.com' },
  },
});
if (!existsSync(options.key)) fail(`There is no ${options.key}: start the server, or say where its key is with --key.`);
const key = JSON.parse(readFileSync(options.key, 'utf8'));
const authority = join(dirname(resolve(options.key)), 'ca.pem');
const caFile = existsSync(authority) ? authority : undefined;
const server = `https://${key.domain}`;
const fetch = fetchTrusting(caFile);
const known = readKnown();

const token = await askForToken();
const person = await makePerson(options.person);
await makeApi();
const client = await makeClient();
const lines = {
  ORIGIN: options.origin,
  ISSUER: options.issuer ?? key.issuer,
  CLIENT_ID: client.client_id,
  CLIENT_SECRET: client.client_secret,
  AUDIENCE: `${options.origin}/api`,
  CA_FILE: caFile ?? '',
  PERSON_PASSWORD: person.password,
};
writeFileSync(FILE, Object.entries(lines).map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 });
console.log(`Registered as ${client.client_id} at ${server}; ${FILE} has the rest.`);
const proof = person.password ? `with ${person.password}` : 'with the password that person has already';
console.log(`Sign in as ${person.email} ${proof}.`);

async function askForToken() {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: key.client_id,
    client_secret: key.client_secret,
    audience: key.audience,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(`${server}/oauth/token`, { method: 'POST', headers, body }).catch((error) =>
    fail(error.code === 'ECONNREFUSED' ? `Nothing answers at ${server}: is the server running?` : error.stack),
  );
  if (!answer.ok) fail(`${server} does not know the client in ${options.key}: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

/** Calls the Management API; answers the status and what was said. */
async function call(method, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${server}/api/v2/${path}`, { method, headers, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

/** The same; anything but success or what is told to be fine ends the program. */
async function expect(method, path, body, alsoFine = []) {
  const answer = await call(method, path, body);
  if (answer.status >= 300 && !alsoFine.includes(answer.status)) fail(`${method} ${path}: ${answer.body.message}`);
  return answer;
}

async function makePerson(email) {
  const password = known.PERSON_PASSWORD || randomBytes(12).toString('base64url');
  const connection = 'Username-Password-Authentication';
  const person = { connection, email, password, name: 'Ada Lovelace', email_verified: true };
  const { status } = await expect('POST', 'users', person, [409]);
  return { email, password: status === 409 ? known.PERSON_PASSWORD : password };
}

async function makeApi() {
  const identifier = `${options.origin}/api`;
  const scopes = [{ value: SCOPE, description: 'Read your notes' }];
  const api = { identifier, name: 'Notes', scopes, allow_offline_access: true };
  await expect('POST', 'resource-servers', api, [409]);
}

async function makeClient() {
  const client = {
    name: 'Example application',
    app_type: 'regular_web',
    callbacks: [`${options.origin}/callback`],
    allowed_logout_urls: [options.origin],
    grant_types: ['authorization_code', 'refresh_token'],
    refresh_token: { rotation_type: 'rotating', expiration_type: 'expiring' },
  };
  if (known.CLIENT_ID) {
    const changed = await call('PATCH', `clients/${known.CLIENT_ID}`, client);
    if (changed.status === 200) return { ...changed.body, client_secret: known.CLIENT_SECRET };
  }
  return (await expect('POST', 'clients', client)).body;
}

function readKnown() {
  if (!existsSync(FILE)) return {};
  const pairs = readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(pairs.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
