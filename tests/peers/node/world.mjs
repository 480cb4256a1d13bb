/** What every test of this folder needs: the server, and people and applications of its own there. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { Browser } from './browser.mjs';

/** The key file that the server's first start wrote. */
export const KEY_FILE = process.env.TEST_KEY_FILE;
const key = JSON.parse(readFileSync(KEY_FILE, 'utf8'));

/** The issuer that is tested: the server's plain or its TLS origin, with a slash. */
export const ISSUER = new URL(process.env.TEST_ISSUER ?? key.issuer);

export const CALLBACK = 'https://app.example/callback';
export const LOGGED_OUT = 'https://app.example/bye';
export const PASSWORD = 'correct horse battery staple';

const unique = () => `w${randomBytes(6).toString('hex')}`;

const token = await (async () => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: key.client_id,
    client_secret: key.client_secret,
    audience: key.audience,
  });
  const answer = await fetch(new URL('/oauth/token', ISSUER), { method: 'POST', body });
  assert.equal(answer.status, 200);
  return (await answer.json()).access_token;
})();

/** Calls the Management API; what is not refused is answered. */
export async function manage(method, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const url = new URL(`/api/v2/${path}`, ISSUER);
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
}

/** Somebody who can sign in with PASSWORD. */
export const makePerson = (fields) =>
  manage('POST', 'users', {
    connection: 'Username-Password-Authentication',
    email: `${unique()}@example.com`,
    password: PASSWORD,
    email_verified: true,
    ...fields,
  });

/** An application that may refresh. */
export const makeClient = (fields) =>
  manage('POST', 'clients', {
    name: 'Peer',
    app_type: 'regular_web',
    callbacks: [CALLBACK],
    allowed_logout_urls: [LOGGED_OUT],
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    refresh_token: { rotation_type: 'rotating', expiration_type: 'expiring' },
    ...fields,
  });

/** An API with the scope `read:notes`. */
export const makeApi = (fields) =>
  manage('POST', 'resource-servers', {
    identifier: `https://${unique()}.example/`,
    scopes: [{ value: 'read:notes' }],
    allow_offline_access: true,
    ...fields,
  });

/** Follows an authorization request through the real pages; answers the address that the application is sent to. */
export async function signIn(url, person, browser = new Browser(ISSUER)) {
  const page = await browser.visit(url);
  if (page instanceof URL) return page;
  assert.equal(page.title, 'Sign in');
  const next = await browser.submit(page, { username: person.email, password: PASSWORD });
  assert.ok(next instanceof URL, `not signed in: ${next.title} ${next.html}`);
  return next;
}
