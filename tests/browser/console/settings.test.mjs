/** The settings of sign-in and of the tenant. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, manage } from './world.mjs';

let administrator;
let before;
const work = openConsole(
  async () => {
    administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
    before = await manage('GET', 'tenants/settings');
  },
  () => manage('PATCH', 'tenants/settings', { support_url: before.support_url ?? null }),
);

for (const look of WORKING) {
  work(look, 'the help page is set, and stays', async (person) => {
    const address = `https://help.example/${look.name}`;
    await person.enter(administrator, '/settings/general');
    const help = person.box('settings:general.help');
    await help.fill(address);
    await person.button('action.save').click();
    await person.reads('form.saved');
    await person.page.reload();
    await help.waitFor();
    assert.equal(await help.inputValue(), address);
  });

  work(look, 'a number out of bounds is refused at its field, one within is kept', async (person) => {
    await person.enter(administrator, '/settings/security');
    const attempts = person.box('settings:bruteForce.attempts');
    await attempts.waitFor();
    const usual = await attempts.inputValue();
    await attempts.fill('1000');
    await person.button('action.save').click();
    assert.notEqual(await person.refusal(attempts), '');
    await person.inspect('settings-refused');
    for (const value of [String(Number(usual) + 1), usual]) {
      await attempts.fill(value);
      await person.button('action.save').click();
      await person.button('action.save').waitFor({ state: 'detached' });
    }
    await person.page.reload();
    await attempts.waitFor();
    assert.equal(await attempts.inputValue(), usual);
  });

  // S0.L23.20
  work(look, 'a profile field gets another label and another audience, and goes back', async (person) => {
    await person.enter(administrator, '/settings/fields');
    const label = person.box('settings:fields.labelOf', { field: 'company' });
    await label.waitFor();
    const usual = await label.inputValue();
    const flag = person.word('settings:fields.editable_by_user');
    const isEditable = (field) =>
      person.page.getByRole('switch', { name: person.word('settings:fields.flagOf', { flag, field }), exact: true });
    await label.fill('Employer');
    await label.press('Enter');
    const was = await isEditable('Employer').isChecked();
    await isEditable('Employer').press('Space');
    await person.settled();
    await person.page.reload();
    await isEditable('Employer').waitFor();
    assert.equal(await isEditable('Employer').isChecked(), !was);
    await isEditable('Employer').press('Space');
    await person.settled();
    await label.fill('');
    await label.press('Enter');
    await isEditable(usual).waitFor();
    assert.equal(await isEditable(usual).isChecked(), was);
  });
}
