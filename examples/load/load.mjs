#!/usr/bin/env node
/**
 * Puts people into a running Anteroom; those already there are left as they are.
 *
 *     node examples/load/load.mjs [--key data/management-key.json] [--file examples/users.json]
 *                                 [--connection Username-Password-Authentication]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { REPOSITORY, connect } from './connect.mjs';
import { readPeople } from './people.mjs';

const AT_ONCE = 8;

/** What creating a user takes of an item to import. */
const FIELDS = [
  'email', 'email_verified', 'username', 'phone_number', 'phone_verified', 'given_name', 'family_name', 'name',
  'nickname', 'picture', 'blocked', 'password_hash', 'custom_password_hash', 'user_metadata', 'app_metadata',
];

const { values: options } = parseArgs({
  options: {
    key: { type: 'string', default: join(REPOSITORY, 'data/management-key.json') },
    file: { type: 'string', default: join(REPOSITORY, 'examples/users.json') },
    connection: { type: 'string', default: 'Username-Password-Authentication' },
  },
});
const management = connect(options.key);
const people = readPeople(options.file);
const count = { created: 0, skipped: 0, refused: 0 };

async function create(person) {
  const known = Object.fromEntries(FIELDS.filter((field) => field in person).map((field) => [field, person[field]]));
  try {
    await management.users.create({ ...known, connection: options.connection, verify_email: false });
    count.created += 1;
  } catch (error) {
    if (error.statusCode === 409) {
      count.skipped += 1;
    } else if (error.statusCode === 400) {
      count.refused += 1;
      console.error(`\n${person.email ?? person.username ?? person.phone_number}: ${error.body.message}`);
    } else {
      throw error;
    }
  }
}

/** Takes people until there are none left; the workers share them. */
async function work() {
  for (let next = await people.next(); !next.done; next = await people.next()) {
    await create(next.value);
    showProgress();
  }
}

function showProgress() {
  const done = count.created + count.skipped + count.refused;
  if (process.stdout.isTTY && done % 10 === 0) process.stdout.write(`\r${done} people`);
}

const began = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
if (process.stdout.isTTY) process.stdout.write('\r');
console.log(
  `${count.created} people created, ${count.skipped} already there, ${count.refused} refused, in ${seconds} s.`,
);
if (count.refused > 0) process.exitCode = 1;
