/** Users brought in by file, and taken out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makePerson, manage, unique } from './world.mjs';

let administrator;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
});

/** The figure of this name. */
const figure = (person, key) => person.page.getByText(person.word(key), { exact: true }).first();

const next = (person) => person.button('transfers:import.continue').click();

for (const look of WORKING) {
  work(
    look,
    'a table is brought in: its columns chosen, looked at, tried, imported, its faults told',
    async (person) => {
      const taken = await makePerson();
      const name = unique();
      const lines = [
        `${name}@example.com,Maria ${name},Blue`,
        `${taken.email},Somebody Else,Red`,
        'no address,Wrong,Red',
      ];
      const buffer = Buffer.from(['Mail,Called,Team', ...lines].join('\n'));
      await person.enter(administrator, '/transfers/import');
      await person.heading(person.word('transfers:import.title'));
      await person.page
        .locator('input[type=file]')
        .setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer });
      await next(person);
      const targets = { Mail: 'email', Called: 'name', Team: 'below.user_metadata' };
      for (const [column, target] of Object.entries(targets)) {
        const field = person.page.getByRole('combobox', { name: person.word('transfers:columns.what', { column }) });
        await person.choose(field, person.word(`transfers:field.${target}`));
      }
      await person.inspect('import-columns');
      await next(person);
      await next(person);
      await person.page.getByText(`Maria ${name}`).first().waitFor();
      await person.inspect('import-check');

      await person.button('transfers:check.try').click();
      await person.reads('transfers:trial.errors');
      await person.inspect('import-trial');
      assert.equal((await manage('GET', `users?search=${name}&include_totals=true`)).total, 0);

      await person.button('transfers:check.start').click();
      await person.page.waitForURL(/\/transfers\/job/);
      await person.reads('transfers:errors.title');
      await figure(person, 'transfers:job.inserted').waitFor();
      await person.reads('transfers:errors.code.CONFLICT_EMAIL');
      await person.settled();
      await person.inspect('import-done');
      const { users } = await manage('GET', `users?search=${name}&include_totals=true`);
      assert.deepEqual([users.length, users[0].user_metadata.Team], [1, 'Blue']);
    },
  );

  work(look, 'those whom a search finds are taken out as a table', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    await person.enter(administrator, '/transfers/export');
    await person.box('transfers:export.query').fill(`email:"${owner.email}"`);
    await person.page.getByText(person.word('transfers:export.matches', { count: 1, number: 1 })).waitFor();
    await person.button('transfers:export.start').click();
    const button = person.button('transfers:job.download');
    await button.waitFor();
    const [file] = await Promise.all([person.page.waitForEvent('download'), button.click()]);
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, new RegExp(owner.email));
    assert.equal(text.trim().split('\n').length, 2);
  });
}
