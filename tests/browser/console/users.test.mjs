/** Finding users, choosing many, and doing something with all of them. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { lockOut, makeAdministrator, makePerson, manage } from './world.mjs';

const COUNT = 4;

let administrator;
let superior;
let crew;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
  superior = await makeAdministrator('super_admin', { name: 'Katherine Johnson' });
});

/** People of one surname by chance, so that a test finds its own. */
async function makeCrew() {
  const surname = `Zyx${Math.random().toString(36).slice(2, 10)}`;
  const people = [];
  for (let number = 0; number < COUNT; number += 1) {
    people.push(
      await makePerson({ name: `${'ABCD'[number]} ${surname}`, username: `${surname}${number}`.toLowerCase() }),
    );
  }
  return { surname, people };
}

const statusOf = async (person) => (await manage('GET', `users/${encodeURIComponent(person.user_id)}`)).status;

/** The names in the list, in their order. */
const names = (page) =>
  page.locator('tbody tr td:nth-child(2) a').evaluateAll((cells) => cells.map((cell) => cell.textContent));

async function find(person, text) {
  await person.field('users:list.search').fill(text);
  await person.page.waitForURL((address) => address.searchParams.get('search') === text);
  await person.settled();
}

for (const look of WORKING) {
  // S3.L10.1-3, S3.L10.5, S4.L06.1-3, S4.L06.9
  work(look, 'users are found while one types, and the address holds the view', async (person) => {
    const { surname, people } = await makeCrew();
    await person.enter(administrator, '/users');
    await person.heading(person.word('users:list.title'));
    for (const text of [surname, people[2].email, people[2].username, people[2].user_id]) {
      await find(person, text);
      await person.page.getByText(`C ${surname}`).first().waitFor();
      const shown = await names(person.page);
      assert.equal(shown.length, text === surname ? COUNT : 1, text);
    }
    await find(person, surname);
    await person.page.reload();
    await person.page.getByText(`A ${surname}`).first().waitFor();
    assert.equal(await person.field('users:list.search').inputValue(), surname);
    await person.inspect('users-searched');
  });

  // S4.L06.10-13
  work(look, 'a column sorts both ways', async (person) => {
    const { surname } = await makeCrew();
    await person.enter(administrator, `/users?search=${surname}`);
    const byName = person.page.getByRole('button', {
      name: person.word('list.sortBy', { column: person.word('users:list.column.user') }),
    });
    await byName.click();
    await person.settled();
    const letters = async () => (await names(person.page)).map((name) => name.trim()[0]).join('');
    const first = await letters();
    await byName.click();
    await person.page.waitForURL(/sort=/);
    await person.settled();
    await person.page.waitForFunction(
      (before) => document.querySelector('tbody tr td:nth-child(2) a').textContent.trim()[0] !== before,
      first[0],
    );
    assert.deepEqual([first, await letters()].toSorted(), ['ABCD', 'DCBA']);
  });

  // S4.L06.7, S4.L06.9
  work(look, 'a filter is a chip, narrows the list and its total, and is taken away again', async (person) => {
    const { surname, people } = await makeCrew();
    await manage('PATCH', `users/${encodeURIComponent(people[1].user_id)}/status`, { status: 'suspended' });
    await person.enter(administrator, `/users?search=${surname}`);
    await person.page.getByText(`A ${surname}`).first().waitFor();
    await person.button('filters:add').click();
    await person.page.getByRole('menuitem', { name: person.word('users:filter.kind.status'), exact: true }).click();
    await person.page.getByRole('dialog').getByText(person.word('status.suspended'), { exact: true }).click();
    await person.button('filters:apply').click();
    await person.page.getByText(`A ${surname}`).first().waitFor({ state: 'detached' });
    await person.settled();
    assert.deepEqual((await names(person.page)).length, 1);
    await person.inspect('users-filtered');
    const chip = `${person.word('users:filter.kind.status')} ${person.word('status.suspended')}`;
    await person.button('filters:remove', { filter: chip }).click();
    await person.page.getByText(`A ${surname}`).first().waitFor();
  });

  // S4.L06.7, S4.L07.3, S4.L11.5, S4.L35.4
  work(look, 'who is locked out by wrong passwords is found, seen to be so, and freed', async (person) => {
    const { surname, people } = await makeCrew();
    await lockOut(people[2]);
    await person.enter(administrator, `/users?search=${surname}`);
    await person.page.getByText(`A ${surname}`).first().waitFor();
    await person.button('filters:add').click();
    await person.page.getByRole('menuitem', { name: person.word('users:filter.kind.locked'), exact: true }).click();
    await person.page.getByRole('dialog').getByText(person.word('users:filter.yes'), { exact: true }).click();
    await person.button('filters:apply').click();
    await person.page.getByText(`A ${surname}`).first().waitFor({ state: 'detached' });
    await person.settled();
    const shown = await names(person.page);
    assert.ok(shown.length === 1 && shown[0].startsWith(`C ${surname}`), shown.join());
    // On a narrow screen it stands below the name.
    const locked = person.page.getByRole('cell').getByText(person.word('status.locked'), { exact: true });
    const badge = locked.filter({ visible: true });
    await person.inspect('users-locked');
    await badge.hover();
    await person.page.getByRole('tooltip').waitFor();
    await person.page.getByRole('link', { name: `C ${surname}` }).click();
    await person.heading(`C ${surname}`);
    await person.button('user:action.liftLocks').first().click();
    await person.button('user:action.liftLocks', {}, person.dialog).click();
    await person.page.getByText(person.word('user:locked.title')).waitFor({ state: 'detached' });
    await person.page.goBack();
    await person.page.getByText(person.word('list.noMatch')).waitFor();
    const chip = `${person.word('users:filter.kind.locked')} ${person.word('users:filter.yes')}`;
    await person.button('filters:remove', { filter: chip }).click();
    await person.page.getByText(`C ${surname}`).first().waitFor();
    await badge.waitFor({ state: 'detached' });
  });

  // S4.L13.1, S4.L13.3, S4.L13.7, S4.L14.1
  work(
    look,
    'many are suspended at once, after a dialog that says whom, how many and what it means',
    async (person) => {
      const { surname, people } = await makeCrew();
      await manage('PATCH', `users/${encodeURIComponent(people[3].user_id)}/status`, { status: 'suspended' });
      await person.enter(administrator, `/users?search=${surname}`);
      await person.page.getByText(`A ${surname}`).first().waitFor();
      await person.page.getByRole('checkbox', { name: person.word('list.selectAll') }).click();
      await person.button('users:bulk.block.menu').click();
      await person.inspect('bulk-dialog');
      const title = person.word('users:bulk.block.title', { count: COUNT });
      const dialog = person.page.getByRole('dialog', { name: title });
      await dialog.getByLabel(person.word('users:bulk.reason')).fill('Under review');
      await dialog
        .getByRole('button', { name: person.word('users:bulk.block.do', { count: COUNT, number: COUNT }) })
        .click();
      await dialog.getByText(person.word('users:bulk.count.done', { count: 3 })).waitFor();
      await dialog.getByText(person.word('users:bulk.count.skipped', { count: 1 })).waitFor();
      await person.inspect('bulk-results');
      for (const one of people) assert.equal(await statusOf(one), 'suspended');
      const told = await manage('GET', `users/${encodeURIComponent(people[0].user_id)}/logs?per_page=10&sort=date:-1`);
      assert.match(JSON.stringify(told), /Under review/);
    },
  );

  // S4.L13.6, S4.L14.3, S4.L14.5
  work(look, 'deleting many takes the number typed, and offers to suspend instead', async (person) => {
    const { surname, people } = await makeCrew();
    await person.enter(administrator, `/users?search=${surname}`);
    await person.page.getByText(`A ${surname}`).first().waitFor();
    await person.page.getByRole('checkbox', { name: person.word('list.selectAll') }).click();
    await person.button('users:bulk.more').click();
    await person.page.getByRole('menuitem', { name: person.word('users:bulk.delete.menu') }).click();
    const dialog = person.page.getByRole('dialog');
    const confirm = dialog.getByRole('button', {
      name: person.word('users:bulk.delete.do', { count: COUNT, number: COUNT }),
    });
    assert.ok(await confirm.isDisabled());
    await dialog.getByRole('button', { name: person.word('users:bulk.instead.block') }).waitFor();
    await person.inspect('bulk-delete');
    await dialog.getByRole('textbox').last().fill(String(COUNT));
    await confirm.click();
    await dialog.getByText(person.word('users:bulk.count.done', { count: COUNT })).waitFor();
    const found = await manage('GET', `users?search=${people[0].username}&include_totals=true`);
    assert.equal(found.total, 0);
  });

  // S4.L04.5, S4.L13.1
  work(look, 'whom an administrator may not touch cannot be chosen', async (person) => {
    await person.enter(administrator, `/users?search=${encodeURIComponent(superior.email)}`);
    const box = person.page.getByRole('checkbox', { name: person.word('list.select', { name: 'Katherine Johnson' }) });
    await box.waitFor();
    assert.ok(await box.isDisabled());
  });
}
