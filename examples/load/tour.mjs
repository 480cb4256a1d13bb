#!/usr/bin/env node
/**
 * Looks around among the people that load.mjs put in: finds some, blocks one, reads the log, unblocks.
 *
 *     node examples/load/tour.mjs [--key data/management-key.json]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { REPOSITORY, connect } from './connect.mjs';

const { values: options } = parseArgs({
  options: { key: { type: 'string', default: join(REPOSITORY, 'data/management-key.json') } },
});
const management = connect(options.key);

async function find(q) {
  const page = await management.users.list({ q, sort: 'name:1' });
  console.log(`\nSearching for ${q} finds ${page.response.total}:`);
  for (const { name, email } of page.data) console.log(`  ${(email ?? '').padEnd(46)}  ${name}`);
  return page.data;
}

/** `status: active → suspended`; a new field has no value before. */
function change({ field, from, to }) {
  const values = [from, to].filter((value) => value !== undefined);
  return `${field}: ${values.join(' → ')}`;
}

await find('李');
const [person] = await find('müller');
await find("o'brien");

if (!person) {
  console.error('\nNobody is called Müller: load.mjs has not been here yet.');
  process.exit(1);
}
const { blocked } = await management.users.update(person.user_id, { blocked: true });
console.log(`\n${person.name} is ${blocked ? 'blocked' : 'not blocked'} now. The log says, the newest first:`);
const log = await management.users.logs.list(person.user_id, { per_page: 3, sort: 'date:-1' });
for (const event of log.data) {
  console.log(`  ${event.date}  ${event.description}, by ${event.client_name}`);
  console.log(`    ${event.details.changes.map(change).join(', ')}`);
}
await management.users.update(person.user_id, { blocked: false });
console.log(`\n${person.name} is free again.`);
