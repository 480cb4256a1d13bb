/** Applications, roles and APIs. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makeApi, makeClient, makePerson, manage, signInTo, unique } from './world.mjs';

let administrator;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
});

const tab = (person, key) => person.page.getByRole('tab', { name: person.word(key), exact: true }).click();

/** Types a name and does what a dialog asks about. */
async function confirmTyped(person, name, action) {
  await person.dialog.getByRole('textbox').fill(name);
  await person.button(action, {}, person.dialog).click();
}

/** The secret that is shown once. */
async function secretOf(person) {
  const notice = person.page.getByRole('alert').filter({ hasText: person.word('secret.once') });
  return notice.locator('code').textContent();
}

for (const look of WORKING) {
  work(look, 'an application: made, told how to begin, its secret shown once, renewed, deleted', async (person) => {
    const name = unique('Shop ');
    await person.enter(administrator, '/applications/new');
    await person.page.getByRole('radio', { name: person.word('applications:type.regular_web.name') }).click();
    await person.box('applications:field.name').fill(name);
    await person.box('applications:field.callbacks').fill('https://shop.example/callback');
    await person.button('applications:create.action').click();
    await person.heading(name);
    const secret = await secretOf(person);
    assert.ok(secret.length > 30);
    await person.page.getByText('https://shop.example/callback').first().waitFor();
    await person.inspect('application-made');
    await person.page.reload();
    await person.reads('applications:start.secretHidden');
    assert.equal(await person.page.getByText(secret).count(), 0);

    await tab(person, 'applications:tab.secret');
    await person.button('applications:secret.rotate').click();
    await confirmTyped(person, name, 'applications:secret.rotate');
    assert.notEqual(await secretOf(person), secret);

    await tab(person, 'applications:tab.settings');
    await person.button('applications:delete.action').click();
    await confirmTyped(person, name, 'applications:delete.action');
    await person.page.waitForURL(/\/applications$/);
  });

  // S0.L31.1-3
  work(look, 'who is signed in to an application is seen, and taken offline', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    const client = await makeClient({ name: 'Acme Notes' });
    await signInTo(client, owner);
    await person.enter(administrator, `/applications/${client.client_id}?tab=users`);
    await person.button('applications:people.actions', { name: owner.name }).click();
    const item = person.word('applications:people.application.action');
    await person.page.getByRole('menuitem', { name: item, exact: true }).click();
    await person.button('applications:people.application.action', {}, person.dialog).click();
    await person.reads('applications:people.empty');
    const left = await manage('GET', `users/${encodeURIComponent(owner.user_id)}/refresh-tokens`);
    assert.equal(left.tokens.length, 0);
  });

  work(look, 'a role: made, permits something, given to somebody, deleted', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    const scope = unique('read:');
    await makeApi({ name: 'Notes', scopes: [{ value: scope }] });
    const name = unique('Editors ');
    await person.enter(administrator, '/roles');
    await person.button('roles:create.open').click();
    await person.box('roles:field.name', {}, person.dialog).fill(name);
    await person.button('roles:create.action', {}, person.dialog).click();
    await person.heading(name);
    await person.button('roles:permissions.add').first().click();
    await person.dialog.getByRole('searchbox').fill(scope);
    await person.dialog.getByRole('checkbox', { name: scope }).check();
    await person.inspect('role-permissions');
    await person.button('roles:permissions.addCount', { count: 1 }, person.dialog).click();
    await person.page.getByRole('cell', { name: scope }).first().waitFor();

    await tab(person, 'roles:tab.members');
    await person.button('roles:members.add').first().click();
    await person.dialog.getByRole('textbox').or(person.dialog.getByRole('combobox')).first().fill(owner.email);
    await person.page.getByRole('option', { name: owner.email }).click();
    await person.button('roles:members.addCount', { count: 1 }, person.dialog).click();
    await person.button('roles:members.removeWho', { name: owner.name }).waitFor();

    await tab(person, 'roles:tab.settings');
    await person.button('roles:delete.action').click();
    await person.dialog.getByText(person.word('roles:delete.members', { count: 1, number: 1 })).waitFor();
    await confirmTyped(person, name, 'roles:delete.action');
    await person.page.waitForURL(/\/roles$/);
  });

  work(look, 'an API is registered with a scope; the same scope twice is refused', async (person) => {
    await person.enter(administrator, '/apis');
    await person.button('apis:create.open').click();
    await person.box('apis:field.name', {}, person.dialog).fill('Orders');
    await person.box('apis:field.identifier', {}, person.dialog).fill(`https://${unique()}.example/`);
    await person.button('apis:create.action', {}, person.dialog).click();
    await person.heading('Orders');
    await person.box('apis:scopes.scope').fill('read:orders');
    await person.button('action.add').click();
    await person.page.getByRole('cell', { name: 'read:orders' }).first().waitFor();
    await person.box('apis:scopes.scope').fill('read:orders');
    await person.button('action.add').click();
    assert.notEqual(await person.refusal(person.box('apis:scopes.scope')), '');
  });
}
