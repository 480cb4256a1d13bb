import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { CONNECTION, createUser, management, refusal, removeUsers, uniqueWord } from './support.mjs';

const imported = [];

after(async () => {
  for (const id of imported) await management.users.delete(id);
  await removeUsers();
});

/** Asks for the job until it is over, as Auth0's own examples do. */
async function done({ id }) {
  for (;;) {
    const job = await management.jobs.get(id);
    if (!['pending', 'processing'].includes(job.status)) return job;
    await setTimeout(50);
  }
}

async function connectionId() {
  const page = await management.connections.list({ name: CONNECTION });
  return page.data[0].id;
}

const file = (content, name) => ({ data: Buffer.from(content), filename: name, contentType: 'application/json' });

test('users come by file, are changed by one, and what is wrong with entries is told', async () => {
  const [word, connection_id] = [uniqueWord(), await connectionId()];
  const email = `${word}@example.com`;
  const entries = [{ email, name: 'Ada', user_metadata: { shoes: 42 } }, { email: 'nobody' }, { name: 'Nameless' }];
  const users = file(JSON.stringify(entries), 'users.json');
  const job = await management.jobs.usersImports.create({ users, connection_id, external_id: word });
  assert.match(job.id, /^job_[0-9A-Za-z]{16}$/);
  assert.equal(job.type, 'users_import');
  assert.equal(job.status, 'pending');
  assert.equal(job.connection_id, connection_id);
  assert.equal(job.external_id, word);
  const first = await done(job);
  assert.equal(first.status, 'completed');
  assert.deepEqual(first.summary, { failed: 2, updated: 0, inserted: 1, total: 3 });
  const errors = await management.jobs.errors.get(job.id);
  assert.deepEqual(errors.map((entry) => entry.user), entries.slice(1));
  for (const { errors: [error] } of errors) assert.deepEqual(Object.keys(error).sort().slice(0, 2), ['code', 'message']);

  const [made] = await management.users.listUsersByEmail({ email });
  imported.push(made.user_id);
  assert.equal(made.name, 'Ada');
  assert.deepEqual(made.user_metadata, { shoes: 42 });

  const again = file(JSON.stringify([{ email, name: 'Countess' }]), 'users.json');
  const second = await done(await management.jobs.usersImports.create({ users: again, connection_id, upsert: true }));
  assert.deepEqual(second.summary, { failed: 0, updated: 1, inserted: 0, total: 1 });
  assert.equal((await management.users.get(made.user_id)).name, 'Countess');
});

test('users go by file, with the fields that were chosen', async () => {
  const word = uniqueWord();
  const user = await createUser({ family_name: word, user_metadata: { a: { b: '=1+1' } } });
  const connection_id = await connectionId();
  const fields = [{ name: 'user_id', export_as: 'id' }, { name: 'user_metadata.a.b' }, { name: 'identities[0].connection' }];
  const job = await management.jobs.usersExports.create({ connection_id, format: 'csv', fields, limit: 100000 });
  assert.equal(job.type, 'users_export');
  const ready = await done(job);
  assert.equal(ready.status, 'completed');
  // No token: the link alone opens the file.
  const answer = await fetch(ready.location);
  assert.equal(answer.status, 200);
  const lines = (await answer.text()).split('\r\n');
  assert.equal(lines[0], 'id,user_metadata.a.b,identities[0].connection');
  assert.deepEqual(lines.filter((line) => line.includes(user.user_id)), [`${user.user_id},"'=1+1",${CONNECTION}`]);

  const whole = await done(await management.jobs.usersExports.create({ format: 'json' }));
  const rows = (await (await fetch(whole.location)).text()).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(rows.find((row) => row.user_id === user.user_id), user);
});

test('what cannot be is refused', async () => {
  const unknown = { statusCode: 404, error: 'Not Found', message: /not found/i, errorCode: 'inexistent_job' };
  await refusal(management.jobs.get('job_0000000000000000'), unknown);
  const malformed = { statusCode: 400, error: 'Bad Request', message: /connection_id/, errorCode: 'invalid_body' };
  const users = file('[]', 'users.json');
  await refusal(management.jobs.usersImports.create({ users, connection_id: 'x' }), malformed);
});
