/** Every page, in every way that people see it. */
import assert from 'node:assert/strict';

import { LOOKS, openConsole } from './stage.mjs';
import { makeAdministrator, makeApi, makePerson, manage } from './world.mjs';

/** How much of a page may move by itself while it loads; what people notice begins at a tenth (web.dev/cls). */
const SHIFT = 0.02;

let administrator;
let pages;
const work = openConsole(async () => {
  administrator = await makeAdministrator('super_admin', { name: 'Grace Hopper' });
  const person = await makePerson({ name: 'Ada Lovelace', user_metadata: { shoes: 38 }, zoneinfo: 'Europe/London' });
  const api = await makeApi({ name: 'Notes' });
  const role = await manage('POST', 'roles', { name: `Editors ${Date.now()}`, description: 'They edit.' });
  await manage('POST', `users/${encodeURIComponent(person.user_id)}/roles`, { roles: [role.id] });
  const client = await manage('POST', 'clients', {
    name: 'Acme Notes',
    app_type: 'spa',
    callbacks: ['https://app.example/'],
  });
  const user = `/users/${encodeURIComponent(person.user_id)}`;
  const application = `/applications/${client.client_id}`;
  pages = {
    home: '/',
    users: '/users',
    'users-found': '/users?q=ada',
    'users-none': '/users?q=nobody-is-called-so',
    'user-new': '/users/new',
    'user-unknown': '/users/auth0%7Cnobody',
    user,
    ...tabs('user', user, ['identities', 'roles', 'sessions', 'history', 'logs', 'metadata', 'json']),
    transfers: '/transfers',
    import: '/transfers/import',
    export: '/transfers/export',
    roles: '/roles',
    role: `/roles/${role.id}`,
    ...tabs('role', `/roles/${role.id}`, ['permissions', 'members']),
    applications: '/applications',
    'application-new': '/applications/new',
    application,
    ...tabs('application', application, ['settings', 'apis', 'users']),
    apis: '/apis',
    api: `/apis/${api.id}`,
    logs: '/logs',
    ...sections([
      'methods',
      'registration',
      'verification',
      'security',
      'addresses',
      'sessions',
      'pages',
      'fields',
      'general',
    ]),
    missing: '/nothing/here',
  };
});

const tabs = (name, path, all) => Object.fromEntries(all.map((tab) => [`${name}-${tab}`, `${path}?tab=${tab}`]));
const sections = (all) => Object.fromEntries(all.map((section) => [`settings-${section}`, `/settings/${section}`]));

for (const look of LOOKS) {
  work(look, 'no page breaks a rule of axe, stands beyond the edge or moves by itself', async (person) => {
    await person.enter(administrator);
    const faults = [];
    for (const [name, path] of Object.entries(pages)) {
      await person.open(path);
      try {
        await person.page.getByRole('heading').first().waitFor();
        await person.settled();
        await person.inspect(name);
        const shift = await person.shift();
        assert.ok(shift <= SHIFT, `${name}: ${shift} of the page moved`);
      } catch (fault) {
        faults.push(`${name}: ${fault.message} ${JSON.stringify(fault.actual ?? '')}`);
      }
    }
    assert.deepEqual(faults, []);
  });
}
