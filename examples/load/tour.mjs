#!/usr/bin/env node
/**
 * Looks around among the people that load.mjs put in: finds some, blocks one, reads the log.
 *
 *     node examples/load/tour.mjs [--key data/management-key.json]
 */
import { parseArgs } from 'node:util';

import { connect } from './connect.mjs';

const { values: options } = parseArgs({
  options: { key: { type: 'string', default: 'data/management-key.json' } },
});
const management = connect(options.key);

async function find(q) {
  const page = await management.users.list({ q, sort: 'name:1' });
  console.log(`\n${q} finds ${page.response.total}:`);
  console.table(page.data.map(({ name, email, blocked = false }) => ({ name, email, blocked })));
  return page.data;
}

await find('family_name:李');
const mullers = await find('family_name:muller');
await find("family_name:o'brien");

const person = mullers.find((user) => !user.blocked);
await management.users.update(person.user_id, { blocked: true });
const { blocked } = await management.users.get(person.user_id);
console.log(`\n${person.name} is ${blocked ? 'blocked' : 'not blocked'} now. The log says:`);

const log = await management.users.logs.list(person.user_id, { per_page: 10, sort: 'date:-1' });
console.table(log.data.map(({ date, type, description, client_name }) => ({ date, type, description, client_name })));
