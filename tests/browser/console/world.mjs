/** Administrators, and the words of the console. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { makePerson, manage } from '../../peers/node/world.mjs';

export { PASSWORD, makeApi, makeClient, makePerson, manage } from '../../peers/node/world.mjs';

/** Somebody who administers: `super_admin` or `admin`. */
export async function makeAdministrator(role, fields) {
  const person = await makePerson(fields);
  await manage('PATCH', `users/${encodeURIComponent(person.user_id)}`, { platform_role: role });
  return person;
}

const FOLDER = join(import.meta.dirname, '../../../web/src/words');

function read(language) {
  const folder = join(FOLDER, language);
  const files = readdirSync(folder).map((file) => [file.replace('.json', ''), readFileSync(join(folder, file), 'utf8')]);
  return Object.fromEntries(files.map(([room, text]) => [room, JSON.parse(text)]));
}

const words = { en: read('en'), 'zh-CN': read('zh-CN') };

/** A text of the console by `room:path.to.it`, with what its braces name. */
export function word(language, key, values = {}) {
  const [room, path] = key.includes(':') ? key.split(':') : ['common', key];
  const text = path.split('.').reduce((found, part) => found?.[part], words[language][room]);
  if (typeof text !== 'string') throw new Error(`there are no words ${key} in ${language}`);
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => values[name] ?? whole);
}
