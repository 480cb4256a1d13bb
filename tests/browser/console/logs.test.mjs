/** The record: filtered, looked into, followed. */
import { openConsole, WORKING } from './stage.mjs';
import { makeAdministrator, makePerson, manage, unique } from './world.mjs';

let administrator;
const work = openConsole(async () => {
  administrator = await makeAdministrator('admin', { name: 'Grace Hopper' });
});

const change = (owner, body) => manage('PATCH', `users/${encodeURIComponent(owner.user_id)}`, body);

for (const look of WORKING) {
  work(look, 'a change is found by a filter and a name, and shows what was before and after', async (person) => {
    const owner = await makePerson({ name: `Ada ${unique()}`, company: 'Before Limited' });
    await change(owner, { company: 'After Limited' });
    await person.enter(administrator, '/logs');
    await person.heading(person.word('logs:title'));
    await person.button('logs:group.changes').click();
    await person.page.waitForURL(/what=changes/);
    await person.page.getByRole('searchbox', { name: person.word('logs:search') }).fill(owner.name);
    await person.page.waitForURL(/text=/);
    await person.settled();
    const rows = person.page.getByRole('row').filter({ hasText: owner.name });
    await rows.first().waitFor();
    await person.inspect('logs-filtered');
    await rows.first().getByRole('button').or(rows.first()).first().click();
    await person.dialog.getByText('Before Limited', { exact: true }).waitFor();
    await person.dialog.getByText('After Limited', { exact: true }).waitFor();
    await person.settled();
    await person.inspect('logs-detail');
  });

  work(look, 'what happens while somebody looks on appears by itself', async (person) => {
    await person.enter(administrator, '/logs');
    await person.heading(person.word('logs:title'));
    await person.settled();
    await person.page.getByRole('switch', { name: person.word('logs:live.label') }).press('Space');
    await person.reads('logs:live.following');
    const owner = await makePerson({ name: `Ada ${unique()}` });
    await person.page.getByRole('row').filter({ hasText: owner.name }).first().waitFor();
  });
}
