/** What administrators do with one account, from end to end, while its owner is signed in elsewhere. */
import assert from 'node:assert/strict';

import { startApplication } from '../application.mjs';
import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makeClient, makePerson, manage, PASSWORD } from './world.mjs';

let administrator;
let application;
let client;
const work = openConsole(
  async () => {
    administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
    application = await startApplication();
    client = await makeClient({ name: 'Acme Notes', callbacks: [`${application.origin}/callback`] });
  },
  () => application.stop(),
);

const read = (person) => manage('GET', `users/${encodeURIComponent(person.user_id)}`);

/** The owner signs in to the application in a browser of their own; answers how to ask whether they still are. */
async function signInElsewhere(person, owner, password = PASSWORD) {
  const context = await person.context.browser().newContext({ locale: person.look.language });
  const page = await context.newPage();
  const query = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: `${application.origin}/callback`,
    response_type: 'code',
    scope: 'openid',
  });
  const authorize = (more) => page.goto(new URL(`/authorize?${query}${more}`, person.look.issuer).href);
  const submit = async (text) => {
    await page.locator('[name=username]').fill(owner.email);
    await page.locator('[name=password]').fill(text);
    await page.keyboard.press('Enter');
  };
  await authorize('');
  await submit(password);
  await page.waitForURL(`${application.origin}/**`);
  return {
    page,
    submit,
    /** Whether the browser is signed in still: asked without showing a page. */
    isSignedIn: async () => {
      await authorize('&prompt=none');
      return new URL(page.url()).searchParams.has('code');
    },
    askAgain: () => authorize(''),
    leave: () => context.close(),
  };
}

async function openUser(person, owner) {
  await person.enter(administrator, `/users/${encodeURIComponent(owner.user_id)}`);
  await person.heading(owner.name);
  await person.settled();
}

async function act(person, action) {
  await person.button('user:action.open').click();
  await person.page.getByRole('menuitem', { name: person.word(`user:action.${action}`), exact: true }).click();
}

for (const look of WORKING) {
  // S0.L15.6-7, S2.L24.1, S2.L24.4, S4.L11.1, S4.L11.3, S4.L11.8, S4.L13.11
  work(look, 'a temporary block: sign-in is refused with a reason told, and works again after it', async (person) => {
    const owner = await makePerson({ name: 'Ada Lovelace' });
    const elsewhere = await signInElsewhere(person, owner);
    await openUser(person, owner);
    await act(person, 'suspend');
    const dialog = person.page.getByRole('dialog', {
      name: person.word('user:status.title.suspended', { name: owner.name }),
    });
    await dialog.getByLabel(person.word('user:status.reason')).fill('Unpaid invoice');
    await person.inspect('user-suspend');
    await dialog.getByRole('button', { name: person.word('user:status.action.suspended') }).click();
    await dialog.waitFor({ state: 'detached' });
    await person.page.getByText(person.word('user:blocked.reason', { reason: 'Unpaid invoice' })).waitFor();
    await person.inspect('user-suspended');
    assert.equal(await elsewhere.isSignedIn(), false);
    await elsewhere.askAgain();
    await elsewhere.submit(PASSWORD);
    await elsewhere.page.waitForURL((address) => address.searchParams.get('error') === 'unauthorized');

    await act(person, 'unblock');
    await person.button('user:status.action.active', {}, person.dialog).click();
    await person.dialog.waitFor({ state: 'detached' });
    await elsewhere.askAgain();
    await elsewhere.submit(PASSWORD);
    await elsewhere.page.waitForURL(`${application.origin}/**`);
    await elsewhere.leave();
  });

  // S4.L16.1, S4.L16.3, S4.L19.1, S4.L21.1, S4.L21.3, S4.L22.1, S4.L22.4, S3.L11.4
  work(look, 'a suspected exposure: every device is out, and a new password is shown once', async (person) => {
    const owner = await makePerson({ name: 'Mary Somerville' });
    const elsewhere = await signInElsewhere(person, owner);
    await openUser(person, owner);
    await act(person, 'revokeAccess');
    await person.dialog.getByText(person.word('user:dialog.checkIdentity')).waitFor();
    await person.dialog.getByText(owner.name).first().waitFor();
    await person.button('user:action.revokeAccess', {}, person.dialog).click();
    await person.dialog.waitFor({ state: 'detached' });
    assert.equal(await elsewhere.isSignedIn(), false);

    await act(person, 'resetPassword');
    await person.dialog.getByText(person.word('user:dialog.checkIdentity')).waitFor();
    await person.inspect('user-reset-password');
    await person.button('user:action.resetPassword', {}, person.dialog).click();
    const made = person.page.getByRole('dialog', { name: person.word('user:password.made', { name: owner.name }) });
    const password = await made.locator('code').first().textContent();
    await person.inspect('user-new-password');
    await elsewhere.askAgain();
    await elsewhere.submit(PASSWORD);
    await elsewhere.page.locator('[role=alert]').first().waitFor();
    await elsewhere.submit(password);
    // The new password opens the way, and must be changed at once.
    await elsewhere.page.waitForURL(/\/u\/change-password/);
    await elsewhere.leave();
  });

  // S4.L21.3, S4.L11.4
  work(look, 'offboarding: deactivated and out everywhere, the account stays', async (person) => {
    const owner = await makePerson({ name: 'Emmy Noether' });
    const elsewhere = await signInElsewhere(person, owner);
    await openUser(person, owner);
    await act(person, 'deactivate');
    await person.dialog.getByText(person.word('user:status.effect.deactivated')).waitFor();
    await person.dialog.getByLabel(person.word('user:status.reason')).fill('Left in November');
    await person.button('user:status.action.deactivated', {}, person.dialog).click();
    await person.dialog.waitFor({ state: 'detached' });
    assert.equal((await read(owner)).status, 'deactivated');
    assert.equal(await elsewhere.isSignedIn(), false);
    await elsewhere.leave();
  });

  // S2.L13.5, S2.L26.1, S3.L11.3, S3.L35.3, S4.L14.3
  work(look, 'deleting one takes its name typed, warns that it is for good, and offers to suspend', async (person) => {
    const owner = await makePerson({ name: 'Rosalind Franklin' });
    await openUser(person, owner);
    await act(person, 'delete');
    await person.dialog.getByText(person.word('user:delete.effect')).waitFor();
    await person.button('user:delete.suspend', {}, person.dialog).waitFor();
    const confirm = person.button('user:delete.action', {}, person.dialog);
    assert.ok(await confirm.isDisabled());
    await person.inspect('user-delete');
    await person.dialog.getByRole('textbox').fill(await person.dialog.locator('label strong').textContent());
    await confirm.click();
    await person.page.waitForURL(/\/console\/users(\?|$)/);
    const found = await manage('GET', `users?search=${encodeURIComponent(owner.email)}&include_totals=true`);
    assert.equal(found.total, 0);
  });
}
