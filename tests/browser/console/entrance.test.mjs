/** Who comes in, who does not, and what a reload asks. */
import assert from 'node:assert/strict';

import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makePerson } from './world.mjs';

let administrator;
let visitor;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
  visitor = await makePerson({ name: 'Nobody Special' });
});

for (const look of WORKING) {
  // S4.L04.1
  work(look, 'who is not signed in is asked who they are, and comes back to the page they wanted', async (person) => {
    await person.enter(administrator, '/users?q=ada');
    await person.page.waitForURL(/\/console\/users\?q=ada$/);
    await person.looksAt(person.word('shell:users'), 'entrance-users');
  });

  work(look, 'a reload asks nothing, and no token is left in the browser', async (person) => {
    await person.enter(administrator, '/roles');
    await person.looksAt(person.word('shell:roles'), 'entrance-roles');
    await person.page.reload();
    await person.page.getByRole('heading', { level: 1, name: person.word('shell:roles') }).waitFor();
    const stored = await person.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.doesNotMatch(stored, /eyJ/);
  });

  // S4.L04.1
  work(look, 'somebody who does not administer is told so, and can leave', async (person) => {
    await person.enter(visitor);
    await person.looksAt(person.word('shell:refused.title'), 'entrance-refused');
    await person.page.getByText('Nobody Special').waitFor();
    await person.page.getByRole('button', { name: person.word('shell:refused.other') }).click();
    await person.sees('login.title', {}, 'entrance-login');
  });

  work(look, 'signing out ends the session', async (person) => {
    await person.enter(administrator);
    await person.page
      .getByRole('button', { name: person.word('shell:profile.open', { name: 'Grace Hopper' }) })
      .click();
    await person.page.getByRole('menuitem', { name: person.word('shell:profile.signOut') }).click();
    await person.sees('login.title', {}, 'entrance-login');
    await person.open('/users');
    await person.sees('login.title', {}, 'entrance-login');
  });

  work(look, 'theme and language are chosen and stay', async (person) => {
    await person.enter(administrator);
    const other = look.language === 'en' ? 'zh-CN' : 'en';
    const openMenu = (language) =>
      person.page
        .getByRole('button', { name: person.word('shell:profile.open', { name: 'Grace Hopper' }, language) })
        .click();
    await openMenu(look.language);
    const scheme = look.colour === 'light' ? 'dark' : 'light';
    await person.page.getByRole('menuitemradio', { name: person.word(`shell:profile.${scheme}`), exact: true }).click();
    await person.page.getByRole('menuitemradio', { name: other === 'en' ? 'English' : '简体中文' }).click();
    await person.page.reload();
    await person.page.locator(`html[lang="${other}"][data-mantine-color-scheme="${scheme}"]`).waitFor();
    await openMenu(other);
  });
}
