/** npm `oidc-client-ts` in a page of another origin. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';

import { startApplication } from './application.mjs';
import { LOOKS, openWorld } from './stage.mjs';
import { PASSWORD, makeClient, makePerson } from './world.mjs';

let client;
let person;
const world = openWorld(async ({ origin }) => {
  client = await makeClient(origin, {
    name: 'Single page',
    app_type: 'spa',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    callbacks: [`${origin}/spa/callback`],
    allowed_logout_urls: [`${origin}/spa/bye`],
    web_origins: [origin],
  });
  person = await makePerson({ name: 'Ada Lovelace' });
});

for (const look of LOOKS.filter(({ script }) => script)) {
  const scheme = new URL(look.issuer).protocol;
  describe(`against ${scheme}`, () => {
    const open = async (visitor, path) => {
      const url = new URL(path, world.app.origin).href;
      if (path) await visitor.page.goto(url);
      await visitor.page.evaluate(([issuer, id]) => use(issuer, id), [look.issuer, client.client_id]);
    };

    world.visit(look, 'a page signs in, learns who it is, renews and signs out', async (visitor) => {
      const { page } = visitor;
      await open(visitor, '/spa/');
      await page.evaluate(() => void manager.signinRedirect());
      await visitor.sees('login.title', {}, 'login-spa');
      await visitor.signIn(person, PASSWORD);
      await page.waitForURL(`${world.app.origin}/spa/callback?*`);
      await open(visitor);
      const user = await page.evaluate(async () => told(await manager.signinCallback()));
      assert.deepEqual([user.profile.sub, user.profile.name], [person.user_id, 'Ada Lovelace']);
      // From userinfo, across origins.
      assert.equal(user.profile.email, person.email);
      const renewed = await page.evaluate(async () => told(await manager.signinSilent()));
      assert.equal(renewed.profile.sub, person.user_id);
      assert.notEqual(renewed.refreshToken, user.refreshToken);
      await page.evaluate(() => void manager.signoutRedirect());
      await page.waitForURL(`${world.app.origin}/spa/bye*`);
      await open(visitor);
      await page.evaluate(() => manager.signoutCallback());
      const status = await page.evaluate(
        async ([issuer, token]) => {
          const headers = { authorization: `Bearer ${token}` };
          return (await fetch(`${issuer}userinfo`, { headers })).status;
        },
        [look.issuer, renewed.accessToken],
      );
      assert.equal(status, 401);
      await page.evaluate(() => void manager.signinRedirect());
      await visitor.sees('login.title', {}, 'login-spa-again');
    });

    world.visit(look, 'a page of an origin that nobody registered reads nothing', async (visitor) => {
      const other = await startApplication();
      try {
        await visitor.page.goto(`${other.origin}/spa/`);
        const outcome = await visitor.page.evaluate(
          (issuer) => fetch(`${issuer}userinfo`, { headers: { authorization: 'Bearer x' } }).then(
            (answer) => answer.status,
            (error) => error.name,
          ),
          look.issuer,
        );
        assert.equal(outcome, 'TypeError');
        assert.match(visitor.complaints.join(), /blocked by CORS policy/);
        visitor.complaints.length = 0;
      } finally {
        other.stop();
      }
    });
  });
}
