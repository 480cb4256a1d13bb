import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { createUser, get, key, management, removeUsers } from './support.mjs';

after(removeUsers);

/** The events of one user, the newest first. */
async function logOf(user_id) {
  return (await management.users.logs.list(user_id, { sort: 'date:-1' })).data;
}

test('every change of a user is in the log of that user, the newest first', async () => {
  const { user_id } = await createUser();
  await management.users.update(user_id, { given_name: 'Anna' });
  await management.users.update(user_id, { blocked: true });

  const log = await logOf(user_id);
  assert.ok(log.length >= 3);
  assert.equal(new Set(log.map((event) => event.log_id)).size, log.length);
  for (const [index, event] of log.entries()) {
    assert.equal(event.user_id, user_id);
    assert.equal(event.type, 'sapi');
    assert.equal(event.client_id, key.client_id);
    assert.ok(event.ip && event.description);
    assert.ok(index === 0 || event.date <= log[index - 1].date);
  }
});

test('an event is read by its id', async () => {
  const { user_id } = await createUser();
  const [event] = await logOf(user_id);
  assert.deepEqual(await management.logs.get(event.log_id), event);
});

test('an event that is not there', async () => {
  const thrown = await management.logs.get('90020000000000000000000000000000').then(assert.fail, (error) => error);
  assert.equal(thrown.name, 'NotFoundError');
  assert.equal(thrown.body.statusCode, 404);
});

test('the log of everyone has what just happened, with totals', async () => {
  const { user_id } = await createUser();
  const page = await management.logs.list({ per_page: 5, sort: 'date:-1' });
  assert.equal(page.data.length, 5);
  assert.ok(page.response.total >= 5);
  assert.equal(page.response.limit, 5);
  assert.ok(page.data.some((event) => event.user_id === user_id));
});

test('a deleted user leaves the deletion in the log', async () => {
  const { user_id } = await createUser();
  await management.users.delete(user_id);
  const { data } = await management.logs.list({ per_page: 10, sort: 'date:-1' });
  const [newest] = data.filter((event) => event.user_id === user_id);
  assert.ok(['sapi', 'sdu'].includes(newest.type));
  assert.match(newest.description, /delet/i);
});

test('reading on from an event misses nothing and repeats nothing', async () => {
  const { user_id } = await createUser();
  const [first] = await logOf(user_id);
  const later = [];
  for (let count = 0; count < 12; count += 1) later.push((await createUser()).user_id);

  const events = [];
  for (let from = first.log_id, page; page === undefined || page.length > 0; from = page.at(-1)?.log_id) {
    page = await get('logs', { from, take: 5 });
    assert.ok(page.length <= 5);
    events.push(...page);
  }
  assert.ok(!events.some((event) => event.log_id === first.log_id));
  assert.equal(new Set(events.map((event) => event.log_id)).size, events.length);
  assert.deepEqual(events.map((event) => event.user_id).filter((id) => later.includes(id)), later);
});
