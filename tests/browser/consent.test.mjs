/** Allowing access, signing out, and what happens when it does not go on, seen in each way. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';

import { LOOKS, openWorld } from './stage.mjs';
import { PASSWORD, makeApi, makeClient, makePerson } from './world.mjs';

let client;
let stranger;
let api;
const world = openWorld(async ({ origin }) => {
  client = await makeClient(origin);
  stranger = await makeClient(origin, { name: 'Somebody Else’s Planner', is_first_party: false });
  const scopes = [{ value: 'read:notes', description: 'Read your notes' }, { value: 'write:notes' }];
  api = await makeApi({ name: 'Notes', scopes });
});

for (const look of LOOKS) {
  describe(look.name, () => {
    world.visit(look, 'somebody else’s application is allowed only what the person agrees to', async (visitor) => {
      const person = await makePerson({ name: 'Zoë Ångström' });
      const asks = {
        audience: api.identifier,
        scope: 'openid profile email offline_access read:notes write:notes',
      };
      await visitor.authorize(stranger, asks);
      await visitor.signIn(person, PASSWORD);
      await visitor.page.getByRole('button', { name: visitor.say('consent.allow'), exact: true }).waitFor();
      await visitor.inspect('consent');
      await visitor.page.getByText('Read your notes').waitFor();
      await visitor.press('consent.deny');
      assert.equal((await visitor.told()).error, 'access_denied');
      await visitor.authorize(stranger, asks);
      await visitor.signIn(person, PASSWORD);
      await visitor.press('consent.allow');
      assert.ok((await visitor.told()).code);
      await visitor.authorize(stranger, asks);
      assert.ok((await visitor.told()).code);
    });

    world.visit(look, 'signing out that nobody proved is asked for first', async (visitor) => {
      const person = await makePerson({ name: 'Zoë Ångström' });
      await visitor.authorize(client);
      await visitor.signIn(person, PASSWORD);
      await visitor.told();
      const query = new URLSearchParams({
        client_id: client.client_id,
        post_logout_redirect_uri: client.allowed_logout_urls[0],
        state: 'the-state',
      });
      await visitor.go(`/oidc/logout?${query}`);
      await visitor.sees('logout.question');
      await visitor.follow('action.cancel');
      await visitor.told();
      await visitor.authorize(client, { prompt: 'none' });
      assert.ok((await visitor.told()).code);
      await visitor.go(`/oidc/logout?${query}`);
      await visitor.press('logout.title');
      assert.deepEqual(await visitor.told(), { method: 'GET', path: '/bye', state: 'the-state' });
      await visitor.authorize(client, { prompt: 'none' });
      assert.equal((await visitor.told()).error, 'login_required');
      await visitor.go('/oidc/logout');
      await visitor.sees('logged_out.title');
    });

    world.visit(look, 'a sign-in that is over or of another browser says so', async (visitor) => {
      await visitor.go('/u/login?state=nothing');
      await visitor.sees('expired.other_browser.title');
      await visitor.authorize(client);
      const started = visitor.page.url();
      await visitor.signIn(await makePerson(), PASSWORD);
      await visitor.told();
      await visitor.page.goto(started);
      await visitor.sees('expired.sign_in.title');
    });

    world.visit(look, 'a request that cannot be is told to the person, not to an unknown address', async (visitor) => {
      await visitor.authorize({ ...client, callbacks: ['https://evil.example/callback'] });
      await visitor.sees('trouble.bad_request.title');
    });
  });
}
