/** One account: made, changed, given roles, looked at from every side. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makeClient, makePerson, manage, PASSWORD, readUser, signInTo, unique } from './world.mjs';

let administrator;
let superior;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
  superior = await makeAdministrator('super_admin', { name: 'Katherine Johnson' });
});

/** What the server says of an address that somebody has, and what that is called in the other language. */
const TAKEN = { en: 'The user already exists.', 'zh-CN': '此邮箱已被其他用户使用' };

const addressOf = (owner, tab) => `/users/${encodeURIComponent(owner.user_id)}${tab ? `?tab=${tab}` : ''}`;
const userOf = (address) => ({ user_id: decodeURIComponent(new URL(address).pathname.split('/').at(-1)) });

/** Opens an account, or a tab of it. */
async function openUser(person, owner, tab) {
  await person.enter(administrator, addressOf(owner, tab));
  await person.heading(owner.name);
  await person.settled();
}

/** Makes whom the form holds; answers the account. */
async function create(person) {
  await person.button('user:create.submit').click();
  await person.page.waitForURL((address) => !address.pathname.endsWith('/new'));
  return readUser(userOf(person.page.url()));
}

for (const look of WORKING) {
  // S0.L24.1, S2.L13.2, S2.L19.1–2
  work(look, 'a user is made by an e-mail address; a taken one and a weak password are told', async (person) => {
    const taken = await makePerson();
    await person.enter(administrator, '/users/new');
    await person.heading(person.word('user:create.title'));
    const email = person.box('user:field.email');
    const password = person.page.locator('input[type=password]');
    await email.fill(taken.email);
    await person.page.getByRole('radio', { name: person.word('user:create.way.typed') }).check();
    await password.fill(PASSWORD);
    await person.button('user:create.submit').click();
    assert.equal(await person.refusal(email), TAKEN[look.language]);
    await person.inspect('user-taken');
    const address = `${unique()}@example.com`;
    await email.fill(address);
    await password.fill('password');
    await person.button('user:create.submit').click();
    assert.notEqual(await person.refusal(password), '');
    await password.fill(PASSWORD);
    assert.equal((await create(person)).email, address);
  });

  // S0.L24.2-3
  work(look, 'a user is made by a phone number, and one by a username with a password shown once', async (person) => {
    await person.enter(administrator, '/users/new');
    const number = `+4915${String(Math.random()).slice(2, 11)}`;
    await person.box('user:field.phone_number').fill(number);
    await person.page.getByRole('radio', { name: person.word('user:create.way.none') }).check();
    assert.equal((await create(person)).phone_number, number);

    const username = unique();
    await person.open('/users/new');
    await person.box('user:field.username').fill(username);
    await person.box('user:create.displayName').fill('Hedy Lamarr');
    assert.equal((await create(person)).username, username);
    await person.reads('user:secret.password');
    await person.heading('Hedy Lamarr');
    await person.page.reload();
    await person.heading('Hedy Lamarr');
    await person.settled();
    assert.equal(await person.page.getByText(person.word('user:secret.password')).count(), 0);
  });

  // S2.L13.3–4, S3.L11.2, S3.L35.2, S4.L10.1
  work(look, 'a profile is changed and kept; nobody leaves it unsaved by mistake', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    await openUser(person, owner);
    const company = person.box('user:field.company');
    await company.fill('Analytical Engines');
    await person.page.getByRole('link', { name: person.word('shell:roles'), exact: true }).click();
    await person.dialog.getByText(person.word('form.unsavedText')).waitFor();
    await person.inspect('user-unsaved');
    await person.button('action.stay', {}, person.dialog).click();
    await person.button('action.save').click();
    await person.reads('form.saved');
    await person.page.reload();
    await company.waitFor();
    assert.equal(await company.inputValue(), 'Analytical Engines');
  });

  // S4.L10.17
  work(look, 'who changes what somebody else has changed meanwhile is told, and decides', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace', company: 'Before' });
    await openUser(person, owner);
    await person.box('user:field.company').fill('Mine');
    await manage('PATCH', `users/${encodeURIComponent(owner.user_id)}`, { company: 'Theirs' });
    await person.button('action.save').click();
    await person.reads('user:conflict.title');
    await person.reads('user:conflict.difference', { theirs: 'Theirs', mine: 'Mine' });
    await person.inspect('user-conflict');
    await person.button('user:conflict.mine').click();
    await person.reads('form.saved');
    assert.equal((await readUser(owner)).company, 'Mine');
  });

  // S0.L26.1
  work(look, 'a role is given and taken away', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    const role = await manage('POST', 'roles', { name: unique('Editors ') });
    await openUser(person, owner, 'roles');
    await person.button('user:roles.give').click();
    await person.dialog.getByRole('searchbox').fill(role.name);
    await person.dialog.getByRole('checkbox', { name: role.name }).check();
    await person.inspect('user-give-roles');
    await person.button('user:roles.giveCount', { count: 1 }, person.dialog).click();
    const given = person.page.getByRole('link', { name: role.name, exact: true });
    await given.waitFor();
    await person.button('user:roles.takeWhat', { role: role.name }).click();
    await person.button('user:roles.take', {}, person.dialog).click();
    await given.waitFor({ state: 'detached' });
  });

  // S2.L21.5–6, S2.L25.1–2, S0.L29.1
  work(look, 'a sign-in stands in the history, and its device is unlinked', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    const client = await makeClient({ name: 'Acme Notes' });
    await signInTo(client, owner);
    await openUser(person, owner, 'history');
    const table = person.page.getByRole('table', { name: person.word('user:tab.history') });
    await table.getByText(person.word('user:history.isDone'), { exact: true }).first().waitFor();
    await table.getByText('Acme Notes').first().waitFor();
    await person.page.getByRole('tab', { name: person.word('user:tab.sessions'), exact: true }).click();
    await person.page.getByText(person.word('user:devices.unlink'), { exact: true }).click();
    await person.button('user:devices.unlink', {}, person.dialog).click();
    await person.reads('user:devices.empty');
    const left = await manage('GET', `users/${encodeURIComponent(owner.user_id)}/refresh-tokens`);
    assert.equal(left.tokens.length, 0);
  });

  // S2.L21.8, S0.L25.13
  work(look, 'metadata is changed as JSON, and the whole user is read as JSON', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    await openUser(person, owner, 'metadata');
    await person.box('user:metadata.user_metadata').fill('{"shoes": 38}');
    const what = person.word('user:metadata.user_metadata');
    await person.button('user:metadata.save', { what }).click();
    await person.reads('form.saved');
    assert.deepEqual((await readUser(owner)).user_metadata, { shoes: 38 });
    await person.page.getByRole('tab', { name: person.word('user:tab.json'), exact: true }).click();
    await person.page.getByLabel(person.word('user:json.title')).getByText('"shoes"').waitFor();
  });

  // S4.L04.5
  work(look, 'whose account may not be touched is told with the reason', async (person) => {
    await openUser(person, superior);
    await person.reads('users:protection.superAdmin');
    assert.equal(await person.box('user:field.company').isEditable(), false);
  });
}
