/** Administrators, and the words of the console. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Browser } from '../../peers/node/browser.mjs';
import { CALLBACK, ISSUER, makeClient, makePerson, manage, signIn } from '../../peers/node/world.mjs';

export { PASSWORD, makeApi, makeClient, makePerson, manage } from '../../peers/node/world.mjs';

/** Somebody who administers: `super_admin` or `admin`. */
export async function makeAdministrator(role, fields) {
  const person = await makePerson(fields);
  await manage('PATCH', `users/${encodeURIComponent(person.user_id)}`, { platform_role: role });
  return person;
}

/** A name that nothing else has. */
export const unique = (prefix = 'zyx') => `${prefix}${randomBytes(5).toString('hex')}`;

/** A user as the API tells it. */
export const readUser = (person) => manage('GET', `users/${encodeURIComponent(person.user_id)}`);

/** Somebody signs in to an application without Chromium, and stays signed in by a refresh token. */
export async function signInTo(client, person) {
  const asked = { client_id: client.client_id, redirect_uri: CALLBACK, response_type: 'code' };
  const query = new URLSearchParams({ ...asked, scope: 'openid offline_access' });
  const told = await signIn(new URL(`/authorize?${query}`, ISSUER), person);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: told.searchParams.get('code'),
    redirect_uri: CALLBACK,
    client_id: client.client_id,
    client_secret: client.client_secret,
  });
  const answer = await fetch(new URL('/oauth/token', ISSUER), { method: 'POST', body });
  const tokens = await answer.json();
  assert.ok(tokens.refresh_token, JSON.stringify(tokens));
  return tokens;
}

/** As many wrong passwords in a row lock an account. */
const WRONG = 5;

/** Somebody tries passwords for an account until it is locked. */
export async function lockOut(person) {
  const client = await makeClient();
  const asked = { client_id: client.client_id, redirect_uri: CALLBACK, response_type: 'code', scope: 'openid' };
  const browser = new Browser(ISSUER);
  let page = await browser.visit(new URL(`/authorize?${new URLSearchParams(asked)}`, ISSUER));
  for (let tries = 0; tries < WRONG; tries += 1) {
    page = await browser.submit(page, { username: person.email, password: 'not the right one' });
  }
}

const FOLDER = join(import.meta.dirname, '../../../web/src/words');

function read(language) {
  const folder = join(FOLDER, language);
  const files = readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    readFileSync(join(folder, file), 'utf8'),
  ]);
  return Object.fromEntries(files.map(([room, text]) => [room, JSON.parse(text)]));
}

const words = { en: read('en'), 'zh-CN': read('zh-CN') };

/** A text of the console by `room:path.to.it`, with what its braces name; `count` chooses among its plurals. */
export function word(language, key, values = {}) {
  const [room, path] = key.includes(':') ? key.split(':') : ['common', key];
  const find = (wanted) => wanted.split('.').reduce((found, part) => found?.[part], words[language][room]);
  const plural = values.count === undefined ? '' : `_${new Intl.PluralRules(language).select(values.count)}`;
  const text = find(path + plural) ?? find(path);
  if (typeof text !== 'string') throw new Error(`there are no words ${key} in ${language}`);
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => values[name] ?? whole);
}
