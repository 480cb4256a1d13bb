import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createUser, management, refusal, removeUsers, uniqueWord } from './support.mjs';

/** Each search looks among these people alone: all of them have this nickname. */
const word = uniqueWord();

const PEOPLE = {
  bruce: { given_name: '小龙', family_name: '李', name: '李小龙' },
  li: { given_name: '伟', family_name: '李', name: '李伟' },
  mueller: { given_name: 'Jürgen', family_name: 'Müller', name: 'Jürgen Müller' },
  muller: { given_name: 'Anna', family_name: 'Muller', name: 'Anna Muller' },
  obrien: { given_name: 'Siobhán', family_name: "O'Brien", name: "Siobhán O'Brien" },
  brian: { given_name: 'Brian', family_name: 'Smith', name: 'Brian Smith' },
  maria: { given_name: 'Maria Clara', family_name: 'da Silva', name: 'Maria Clara da Silva' },
};
const nameOf = {};

before(async () => {
  for (const [short, fields] of Object.entries(PEOPLE)) {
    const user = await createUser({ ...fields, nickname: word });
    nameOf[user.user_id] = short;
  }
});
after(removeUsers);

async function find(q) {
  const page = await management.users.list({ q: `nickname:${word} AND ${q}` });
  assert.equal(page.response.total, page.data.length);
  return page.data.map((user) => nameOf[user.user_id]).sort();
}

const SEARCHES = {
  'a term is the whole value, in any case': ['given_name:BRIAN', ['brian']],
  'a term is not a part of the value': ['name:brian', []],
  'a phrase': ['name:"Maria Clara da Silva"', ['maria']],
  'a phrase is not a part of the value': ['name:"Maria Clara"', []],
  'a prefix': ['name:maria*', ['maria']],
  'a prefix of one letter': ['given_name:b*', ['brian']],
  'a part': ['name:*clara*', ['maria']],
  'a part of several names': ['name:*bri*', ['brian', 'obrien']],
  'both conditions': ['family_name:smith AND given_name:b*', ['brian']],
  'both conditions, of which one fails': ['family_name:smith AND given_name:anna', []],
  'a Chinese family name': ['family_name:李', ['bruce', 'li']],
  'the beginning of a Chinese name': ['name:李*', ['bruce', 'li']],
  'a part of a Chinese name': ['name:*小龙*', ['bruce']],
  'a single Chinese character within a name': ['name:*龙*', ['bruce']],
  'an apostrophe': ["family_name:o'brien", ['obrien']],
  'an apostrophe in a phrase': ['name:"Siobhán O\'Brien"', ['obrien']],
  'an apostrophe in a part': ["name:*o'bri*", ['obrien']],
  'an umlaut finds the name without': ['family_name:müller', ['mueller', 'muller']],
  'without the umlaut the name with it is found': ['family_name:muller', ['mueller', 'muller']],
  'an umlaut in a part': ['name:*MÜLL*', ['mueller', 'muller']],
  'an accent left out': ['given_name:siobhan', ['obrien']],
  'letters that mean something in SQL': ['name:*a%_b*', []],
};

for (const [what, [q, expected]] of Object.entries(SEARCHES)) {
  test(`search: ${what}`, async () => assert.deepEqual(await find(q), expected));
}

test('by e-mail address, and by user_id', async () => {
  const { user_id, email } = await createUser();
  for (const q of [`email:"${email.toUpperCase()}"`, `user_id:"${user_id}"`]) {
    const page = await management.users.list({ q });
    assert.deepEqual(page.data.map((user) => user.user_id), [user_id], q);
  }
});

test('what was just written is found, what was just changed or deleted is not', async () => {
  const family = uniqueWord();
  const count = async () => (await management.users.list({ q: `family_name:${family}` })).response.total;
  const { user_id } = await createUser({ family_name: family });
  assert.equal(await count(), 1);
  await management.users.update(user_id, { family_name: uniqueWord() });
  assert.equal(await count(), 0);
  await management.users.update(user_id, { family_name: family });
  assert.equal(await count(), 1);
  await management.users.delete(user_id);
  assert.equal(await count(), 0);
});

test('a query that cannot be read is refused', async () => {
  await refusal(management.users.list({ q: 'name:"open' }), {
    statusCode: 400,
    error: 'Bad Request',
    message: /position/,
    errorCode: 'invalid_search_query',
  });
});
