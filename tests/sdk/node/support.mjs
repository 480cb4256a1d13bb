/** What every test of this folder needs: the SDK's client, plain requests beside it, and users of its own. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ManagementClient } from 'auth0';

export const CONNECTION = 'Username-Password-Authentication';

/** The key file that the server's first start wrote. */
export const key = JSON.parse(readFileSync(process.env.TEST_KEY_FILE, 'utf8'));

export const management = new ManagementClient({
  domain: key.domain,
  clientId: key.client_id,
  clientSecret: key.client_secret,
  audience: key.audience,
});

/** A word no earlier run has used, so that a test finds its own users alone. */
export const uniqueWord = () => `w${randomBytes(6).toString('hex')}`;

const created = new Set();
let serial = 0;
const run = uniqueWord();

/** Creates a user with an address of its own; `removeUsers` takes it away again. */
export async function createUser(fields = {}) {
  serial += 1;
  const user = await management.users.create({
    connection: CONNECTION,
    email: `${run}.${serial}@example.com`,
    verify_email: false,
    ...fields,
  });
  created.add(user.user_id);
  return user;
}

/** Deletes what `createUser` made, and was not deleted since. */
export async function removeUsers() {
  for (const id of created) {
    await management.users.delete(id).catch((error) => assert.equal(error.statusCode, 404));
  }
  created.clear();
}

/** Waits for a refusal and checks its body against Auth0's shape; answers the error. */
export async function refusal(promise, { statusCode, error, message, errorCode }) {
  const thrown = await promise.then(
    (answer) => assert.fail(`not refused: ${JSON.stringify(answer)}`),
    (reason) => reason,
  );
  assert.equal(thrown.statusCode, statusCode, thrown.message);
  assert.equal(thrown.body.statusCode, statusCode);
  assert.equal(thrown.body.error, error);
  assert.match(thrown.body.message, message);
  assert.equal(thrown.body.errorCode, errorCode);
  return thrown;
}

/** Asks for a token as the SDKs do; answers status and body. */
export async function requestToken({ client_id, client_secret, ...rest } = key, scope = undefined) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id,
    client_secret,
    audience: rest.audience ?? key.audience,
    ...(scope && { scope }),
  });
  const response = await fetch(`https://${key.domain}/oauth/token`, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

let token;

/** A plain GET, for what the SDK's methods do not offer. */
export async function get(path, query = {}) {
  token ??= (await requestToken()).body.access_token;
  const url = `https://${key.domain}/api/v2/${path}?${new URLSearchParams(query)}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(response.status, 200, url);
  return response.json();
}
