import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { ManagementClient, ManagementError } from 'auth0';

import { CONNECTION, createUser, key, management, refusal, removeUsers, requestToken, uniqueWord } from './support.mjs';

after(removeUsers);

const bad = (message, errorCode = 'invalid_body') => ({ statusCode: 400, error: 'Bad Request', message, errorCode });
const conflict = {
  statusCode: 409,
  error: 'Conflict',
  message: /^The user already exists\.$/,
  errorCode: 'auth0_idp_error',
};
const withToken = (token) => new ManagementClient({ domain: key.domain, token, maxRetries: 0 });

test('404: a user that is not there', async () => {
  const thrown = await refusal(management.users.get('auth0|000000000000000000000000'), {
    statusCode: 404,
    error: 'Not Found',
    message: /^The user does not exist\.$/,
    errorCode: 'inexistent_user',
  });
  assert.ok(thrown instanceof ManagementError);
  assert.equal(thrown.name, 'NotFoundError');
});

test('409: an address that is taken, in whatever case', async () => {
  const { email } = await createUser();
  await refusal(management.users.create({ connection: CONNECTION, email }), conflict);
  await refusal(management.users.create({ connection: CONNECTION, email: email.toUpperCase() }), conflict);
});

test('409: a username that is taken', async () => {
  const username = uniqueWord();
  await createUser({ username });
  await refusal(createUser({ username }), conflict);
});

const BODIES = {
  'no connection': [{ email: 'someone@example.com' }, /connection/],
  'an address that is none': [{ connection: CONNECTION, email: 'not an address' }, /email/],
  'a telephone number that is none': [{ connection: CONNECTION, phone_number: '0151 23' }, /phone_number/],
  'a field that does not exist': [{ connection: CONNECTION, email: 'a@example.com', shoe_size: 44 }, /shoe_size/],
  'a value of the wrong type': [{ connection: CONNECTION, email: 'a@example.com', blocked: 'yes' }, /blocked/],
  'metadata that is no object': [
    { connection: CONNECTION, email: 'a@example.com', user_metadata: [1] },
    /user_metadata/,
  ],
  'the character U+0000': [{ connection: CONNECTION, email: 'a@example.com', name: 'a\u0000b' }, /name/],
};

for (const [what, [body, message]] of Object.entries(BODIES)) {
  test(`400: ${what}`, () => refusal(management.users.create(body), bad(message)));
}

test('400: neither e-mail address nor username nor telephone number', () => {
  const body = { connection: CONNECTION, given_name: 'Nobody' };
  return refusal(management.users.create(body), bad(/email/, 'identifier_missing'));
});

test('400: a connection that does not exist', async () => {
  const body = { connection: 'Nowhere', email: `${uniqueWord()}@example.com` };
  const thrown = await management.users.create(body).then(assert.fail, (error) => error);
  assert.equal(thrown.statusCode, 400);
  assert.match(thrown.body.message, /connection/);
});

test('400: a password from the list of common ones', async () => {
  const thrown = await createUser({ password: 'password1' }).then(assert.fail, (error) => error);
  assert.equal(thrown.statusCode, 400);
  assert.match(thrown.body.message, /PasswordStrengthError/);
});

test('400: a password and an e-mail address in one update', async () => {
  const { user_id } = await createUser();
  const update = { password: `${uniqueWord()}-Correct-Horse`, email: `${uniqueWord()}@example.com` };
  const thrown = await management.users.update(user_id, update).then(assert.fail, (error) => error);
  assert.equal(thrown.statusCode, 400);
  assert.match(thrown.body.message, /Cannot update password and email simultaneously/);
});

test('400: a page or a page size out of range', async () => {
  await refusal(management.users.list({ page: -1 }), bad(/page/, 'invalid_query_string'));
  await refusal(management.users.list({ per_page: 101 }), bad(/per_page/, 'invalid_query_string'));
});

test('401: no token, a token that is none, a signature that is wrong', async () => {
  const bare = await fetch(`https://${key.domain}/api/v2/users`);
  assert.equal(bare.status, 401);
  const { statusCode, error, message } = await bare.json();
  assert.deepEqual({ statusCode, error, message }, {
    statusCode: 401,
    error: 'Unauthorized',
    message: 'Missing authentication',
  });

  const { body } = await requestToken();
  const [header, claims, signature] = body.access_token.split('.');
  const forged = [header, claims, (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)].join('.');
  for (const token of ['nonsense', forged]) {
    const thrown = await withToken(token).users.list().then(assert.fail, (reason) => reason);
    assert.equal(thrown.name, 'UnauthorizedError');
    assert.equal(thrown.body.statusCode, 401);
    assert.equal(thrown.body.error, 'Unauthorized');
  }
});

test('401: a wrong secret gets no token', async () => {
  const { status, body } = await requestToken({ ...key, client_secret: 'wrong' });
  assert.equal(status, 401);
  assert.ok(body.error && body.error_description);
});

test('403: a token that asked for fewer scopes has no others', async () => {
  const { body } = await requestToken(key, 'read:users');
  assert.equal(body.scope, 'read:users');
  const reader = withToken(body.access_token);
  await reader.users.list({ per_page: 1 });
  await refusal(reader.users.create({ connection: CONNECTION, email: `${uniqueWord()}@example.com` }), {
    statusCode: 403,
    error: 'Forbidden',
    message: /^Insufficient scope, expected any of: create:users/,
    errorCode: 'insufficient_scope',
  });
});
