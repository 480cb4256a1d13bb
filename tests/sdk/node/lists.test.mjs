import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createUser, get, management, removeUsers, uniqueWord } from './support.mjs';

const COUNT = 125;
const word = uniqueWord();
const mine = { q: `nickname:${word}` };
let ids;

before(async () => {
  const numbers = Array.from({ length: COUNT }, (_, number) => String(number).padStart(3, '0'));
  ids = [];
  for (let start = 0; start < COUNT; start += 25) {
    const users = numbers.slice(start, start + 25).map((number) => createUser({ nickname: word, name: number }));
    ids.push(...(await Promise.all(users)).map((user) => user.user_id));
  }
});
after(removeUsers);

/** Walks through all pages and checks that nobody comes twice. */
async function collect(page, field = 'user_id') {
  const seen = new Set();
  for await (const item of page) {
    assert.ok(!seen.has(item[field]), `${item[field]} twice`);
    seen.add(item[field]);
  }
  return seen;
}

for (const per_page of [undefined, 20, 25, 50]) {
  test(`pages of ${per_page ?? 'no given size'} bring each user once and end`, async () => {
    const page = await management.users.list({ ...mine, per_page });
    assert.equal(page.response.total, COUNT);
    assert.deepEqual(await collect(page), new Set(ids));
  });
}

test('the list without a query reaches its last page', async () => {
  const page = await management.users.list({ per_page: 100 });
  const { total, start, limit, length } = page.response;
  assert.deepEqual({ start, limit, length }, { start: 0, limit: 100, length: 100 });
  assert.ok(total >= COUNT);
  const seen = await collect(page);
  assert.equal(seen.size, total);
  assert.ok(ids.every((id) => seen.has(id)));
});

test('the last page is short, the page after it is empty', async () => {
  const last = await management.users.list({ ...mine, per_page: 50, page: 2 });
  assert.equal(last.data.length, 25);
  assert.equal(last.response.start, 100);
  const beyond = await management.users.list({ ...mine, per_page: 50, page: 3 });
  assert.deepEqual(beyond.data, []);
  assert.equal(beyond.response.total, COUNT);
});

test('users come in the order asked for, up and down', async () => {
  const up = await management.users.list({ ...mine, sort: 'name:1', per_page: 100 });
  assert.deepEqual(up.data.slice(0, 3).map((user) => user.name), ['000', '001', '002']);
  const down = await management.users.list({ ...mine, sort: 'name:-1', per_page: 100 });
  assert.deepEqual(down.data.slice(0, 3).map((user) => user.name), ['124', '123', '122']);
});

test('without totals the answer is a bare array', async () => {
  const users = await get('users', { ...mine, per_page: 10 });
  assert.equal(users.length, 10);
});

test('a checkpoint leads from page to page until there is no next', async () => {
  const seen = [];
  let from;
  do {
    const { users, next } = await get('users', { ...mine, take: 40, ...(from && { from }) });
    seen.push(...users.map((user) => user.user_id));
    from = next;
    assert.ok(seen.length <= COUNT, 'the checkpoints do not end');
  } while (from);
  assert.deepEqual(seen.sort(), [...ids].sort());
});

test('lists choose fields too', async () => {
  const page = await management.users.list({ ...mine, fields: 'user_id', include_fields: true, per_page: 1 });
  assert.deepEqual(Object.keys(page.data[0]), ['user_id']);
});
