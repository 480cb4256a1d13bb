import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { CONNECTION, createUser, management, refusal, removeUsers, uniqueWord } from './support.mjs';

after(removeUsers);

const NOT_FOUND = { statusCode: 404, error: 'Not Found', message: /does not exist/, errorCode: 'inexistent_user' };

test('a created user is answered whole, and read back the same', async () => {
  const word = uniqueWord();
  const user = await createUser({
    email: `${word}@Example.COM`,
    username: word.slice(0, 12),
    password: `${uniqueWord()}-Correct-Horse`,
    given_name: '小龙',
    family_name: '李',
    name: '李小龙',
    user_metadata: { lang: 'zh-CN' },
    app_metadata: { plan: 'team' },
  });

  assert.match(user.user_id, /^auth0\|[0-9a-f]{24}$/);
  assert.equal(user.email, `${word}@example.com`);
  assert.equal(user.email_verified, false);
  assert.equal(user.name, '李小龙');
  assert.equal(user.nickname, word);
  assert.equal(user.password, undefined);
  assert.deepEqual(user.user_metadata, { lang: 'zh-CN' });
  assert.deepEqual(user.app_metadata, { plan: 'team' });
  assert.match(user.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(user.identities, [
    { connection: CONNECTION, user_id: user.user_id.slice('auth0|'.length), provider: 'auth0', isSocial: false },
  ]);
  assert.deepEqual(await management.users.get(user.user_id), user);
});

test('a name is made from the address when none is given', async () => {
  const word = uniqueWord();
  const user = await createUser({ email: `${word}@example.com` });
  assert.equal(user.name, `${word}@example.com`);
  assert.equal(user.nickname, word);
});

test('fields chooses, include_fields turns the choice round', async () => {
  const { user_id, email } = await createUser({ family_name: "O'Brien" });
  const chosen = await management.users.get(user_id, { fields: 'email,family_name', include_fields: true });
  assert.deepEqual(chosen, { email, family_name: "O'Brien" });
  const rest = await management.users.get(user_id, { fields: 'email,identities', include_fields: false });
  assert.equal(rest.user_id, user_id);
  assert.ok(!('email' in rest) && !('identities' in rest));
});

test('a user is found by e-mail address in any case', async () => {
  const word = uniqueWord();
  const { user_id } = await createUser({ email: `${word}.Mueller@Example.com` });
  for (const email of [`${word}.mueller@example.com`, `${word}.mueller@example.com`.toUpperCase()]) {
    const found = await management.users.listUsersByEmail({ email });
    assert.deepEqual(found.map((user) => user.user_id), [user_id], email);
  }
  assert.deepEqual(await management.users.listUsersByEmail({ email: `mueller.${word}@example.com` }), []);
});

test('an update changes what it names, and null takes a value away', async () => {
  const { user_id, updated_at } = await createUser({ given_name: 'Jürgen', family_name: 'Groß' });
  const change = { given_name: 'Jörg', email_verified: true, family_name: null };
  const updated = await management.users.update(user_id, change);
  assert.equal(updated.given_name, 'Jörg');
  assert.equal(updated.email_verified, true);
  assert.ok(!('family_name' in updated));
  assert.ok(updated.updated_at >= updated_at);
  assert.deepEqual(await management.users.get(user_id), updated);
});

for (const bag of ['user_metadata', 'app_metadata']) {
  test(`${bag} is merged at its first level, null deletes a key, {} empties it`, async () => {
    const { user_id } = await createUser({ [bag]: { kept: 1, deep: { a: 1, b: 2 }, gone: true } });
    const merged = await management.users.update(user_id, { [bag]: { deep: { c: 3 }, gone: null, added: ['x'] } });
    assert.deepEqual(merged[bag], { kept: 1, deep: { c: 3 }, added: ['x'] });

    await management.users.update(user_id, { given_name: 'Untouched' });
    assert.deepEqual((await management.users.get(user_id))[bag], merged[bag]);

    const wiped = await management.users.update(user_id, { [bag]: {} });
    assert.deepEqual(wiped[bag] ?? {}, {});
  });
}

test('a user is blocked and unblocked', async () => {
  const { user_id, blocked } = await createUser();
  assert.ok(!blocked);
  assert.equal((await management.users.update(user_id, { blocked: true })).blocked, true);
  assert.equal((await management.users.get(user_id)).blocked, true);
  assert.ok(!(await management.users.update(user_id, { blocked: false })).blocked);
  assert.ok(!(await management.users.get(user_id)).blocked);
});

test('a deleted user is gone, and the address is free again', async () => {
  const { user_id, email } = await createUser();
  await management.users.delete(user_id);
  await refusal(management.users.get(user_id), NOT_FOUND);
  await refusal(management.users.update(user_id, { given_name: 'Nobody' }), NOT_FOUND);
  assert.deepEqual(await management.users.listUsersByEmail({ email }), []);
  assert.notEqual((await createUser({ email })).user_id, user_id);
});

test('every answer says what is left of the rate limit', async () => {
  const { user_id } = await createUser();
  const { rawResponse } = await management.users.get(user_id).withRawResponse();
  for (const name of ['limit', 'remaining', 'reset']) {
    assert.match(rawResponse.headers.get(`x-ratelimit-${name}`) ?? '', /^\d+$/, name);
  }
});
