/** Work without a mouse. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makePerson, PASSWORD, readUser, unique } from './world.mjs';

/** How many steps of Tab a page may take to what is wanted. */
const STEPS = 60;

let administrator;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
});

/** Goes on by Tab until something has the focus. */
async function tabTo(person, wanted) {
  await wanted.waitFor();
  for (let step = 0; step < STEPS; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await person.page.keyboard.press('Tab');
  }
  assert.fail(`${STEPS} steps of Tab do not lead to ${wanted}`);
}

/** Presses a key on something that Tab leads to. */
async function pressOn(person, wanted, key = 'Enter') {
  await tabTo(person, wanted);
  await person.page.keyboard.press(key);
}

/** Writes into a field that Tab leads to. */
async function write(person, field, text) {
  await tabTo(person, field);
  await person.page.keyboard.type(text);
}

/** Signs in and comes to a page of the console. */
async function enter(person, path) {
  await person.open(path);
  await write(person, person.page.locator('[name=username]'), administrator.email);
  await write(person, person.page.locator('[name=password]'), PASSWORD);
  await person.page.keyboard.press('Enter');
  await person.page.waitForURL((address) => address.pathname === `/console${path.split('?')[0]}`);
}

for (const look of WORKING) {
  work(look, 'by keys alone: sign in, find a user by the palette, suspend with a reason, go back', async (person) => {
    const owner = await makePerson({ name: `Ada ${unique()}` });
    const { keyboard } = person.page;
    await enter(person, '/users');
    await person.heading(person.word('users:list.title'));
    await person.settled();
    await keyboard.press('Control+k');
    const palette = person.page.getByRole('combobox', { name: person.word('shell:palette.open') });
    await palette.waitFor();
    await keyboard.type(owner.email);
    const found = person.page.getByRole('option').filter({ hasText: owner.name });
    await found.and(person.page.locator('[aria-selected=true]')).waitFor();
    await keyboard.press('Enter');
    await person.heading(owner.name);
    await person.settled();

    await pressOn(person, person.button('user:action.open'));
    const suspend = person.page.getByRole('menuitem', { name: person.word('user:action.suspend'), exact: true });
    await suspend.waitFor();
    for (let step = 0; step < STEPS; step += 1) {
      if (await suspend.evaluate((element) => element === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    await write(person, person.dialog.getByLabel(person.word('user:status.reason')), 'Lost phone');
    await pressOn(person, person.button('user:status.action.suspended', {}, person.dialog));
    await person.dialog.waitFor({ state: 'detached' });
    await person.page.getByText(person.word('user:blocked.reason', { reason: 'Lost phone' })).waitFor();
    assert.equal((await readUser(owner)).status, 'suspended');
    // Back to the list by the keys for it: `g`, then `u`.
    await keyboard.type('gu');
    await person.page.waitForURL(/\/console\/users$/);
  });

  work(look, 'by keys alone: create a user', async (person) => {
    const username = unique();
    await enter(person, '/users');
    await person.heading(person.word('users:list.title'));
    await person.settled();
    await person.page.keyboard.press('c');
    await person.heading(person.word('user:create.title'));
    await write(person, person.box('user:field.username'), username);
    await person.page.keyboard.press('Enter');
    await person.page.waitForURL((address) => !address.pathname.endsWith('/new'));
    await person.heading(username);
  });

  work(look, 'by keys alone: search and filter the list, choose a user, skip to the content', async (person) => {
    const owner = await makePerson({ name: `Ada ${unique()}` });
    const { keyboard } = person.page;
    await enter(person, '/users');
    await person.heading(person.word('users:list.title'));
    await person.settled();
    await keyboard.press('Tab');
    const skip = person.page.getByRole('link', { name: person.word('shell:skip') });
    await tabTo(person, skip);
    await keyboard.press('Enter');
    assert.equal(await person.page.evaluate(() => document.activeElement.id), 'content');

    await keyboard.press('/');
    await keyboard.type(owner.name);
    await person.page.waitForURL(/search=/);
    await person.page.getByRole('link', { name: owner.name }).first().waitFor();
    await person.settled();
    await pressOn(person, person.button('filters:add'));
    const status = person.page.getByRole('menuitem', { name: person.word('users:filter.kind.status'), exact: true });
    await status.waitFor();
    for (let step = 0; step < STEPS; step += 1) {
      if (await status.evaluate((element) => element === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    const active = person.dialog.getByRole('checkbox', { name: person.word('status.active'), exact: true });
    await pressOn(person, active, 'Space');
    await pressOn(person, person.button('filters:apply'));
    await person.page.waitForURL(/status=active|active/);
    await person.settled();
    const box = person.page.getByRole('checkbox', { name: person.word('list.select', { name: owner.name }) });
    await pressOn(person, box, 'Space');
    await person.page
      .getByText(person.word('users:bulk.selected', { count: 1, number: 1 }))
      .first()
      .waitFor();
  });
}
