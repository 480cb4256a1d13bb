/** Signing in on the hosted pages, seen in each way. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { LOOKS, openWorld, startBrowser } from './stage.mjs';
import { PASSWORD, makeClient, makePerson, manage } from './world.mjs';

let client;
let person;
const world = openWorld(async ({ origin }) => {
  client = await makeClient(origin);
  person = await makePerson({ name: 'Ada Lovelace' });
});

for (const look of LOOKS) {
  describe(look.name, () => {
    world.visit(look, 'a wrong password is told, and the right one leads to the application', async (visitor) => {
      await visitor.authorize(client);
      await visitor.sees('login.title', {}, 'login');
      await visitor.reads('login.continue_to', { client: 'Acme Notes' });
      await visitor.signIn(person, 'not the password');
      await visitor.reads('error.login.wrong_credentials');
      await visitor.sees('login.title', {}, 'login-wrong');
      assert.equal(await visitor.page.locator('[name=username]').inputValue(), person.email);
      await visitor.fill('password', PASSWORD);
      await visitor.press('login.title');
      const told = await visitor.told();
      assert.equal(told.state, 'the-state');
      assert.equal(told.iss, look.issuer);
      assert.ok(told.code);
    });

    world.visit(look, 'identifier first: one page for who, the next for the password', async (visitor) => {
      await manage('PATCH', 'prompts', { identifier_first: true });
      try {
        await visitor.authorize(client);
        await visitor.sees('login.title', {}, 'identifier');
        await visitor.fill('username', 'somebody-else@example.com');
        await visitor.press('action.continue');
        await visitor.sees('login.title', {}, 'password');
        await visitor.follow('login.edit');
        await visitor.fill('username', person.email);
        await visitor.press('action.continue');
        await visitor.fill('password', 'not the password');
        await visitor.press('login.title');
        await visitor.reads('error.login.wrong_credentials');
        await visitor.sees('login.title', {}, 'password-wrong');
        await visitor.fill('password', PASSWORD);
        await visitor.press('login.title');
        assert.ok((await visitor.told()).code);
      } finally {
        await manage('PATCH', 'prompts', { identifier_first: false });
      }
    });

    world.visit(look, 'who is signed in already is asked again only where the application wants it', async (visitor) => {
      await visitor.authorize(client);
      await visitor.signIn(person, PASSWORD);
      await visitor.told();
      await visitor.authorize(client, { prompt: 'none' });
      assert.ok((await visitor.told()).code);
      await visitor.authorize(client, { prompt: 'login' });
      await visitor.sees('login.again');
      await visitor.signIn(person, PASSWORD);
      assert.ok((await visitor.told()).code);
    });

    world.visit(look, 'the answer comes as a form', async (visitor) => {
      await visitor.authorize(client, { response_mode: 'form_post' });
      await visitor.signIn(person, PASSWORD);
      if (!look.script) {
        await visitor.sees('form_post.title');
        await visitor.press('action.continue');
      }
      const { method, state, code } = await visitor.told();
      assert.deepEqual([method, state], ['POST', 'the-state']);
      assert.ok(code);
    });

    world.visit(look, 'another language stays chosen', async (visitor) => {
      const [other, name] = look.language === 'en' ? ['zh-CN', '简体中文'] : ['en', 'English'];
      await visitor.authorize(client);
      await visitor.page.getByRole('link', { name, exact: true }).click();
      visitor.look = { ...look, language: other };
      await visitor.sees('login.title', {}, 'login-switched');
      await visitor.signIn(person, 'not the password');
      await visitor.reads('error.login.wrong_credentials');
    });
  });
}

describe('by the keyboard alone', () => {
  world.visit(LOOKS[0], 'somebody signs in', async (visitor) => {
    const { keyboard } = visitor.page;
    await visitor.authorize(client);
    await visitor.sees('login.title');
    // The first field has the focus already.
    await keyboard.type(person.email);
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Tab');
    const focused = () =>
      visitor.page.evaluate(() => {
        const { ariaLabel, textContent } = document.activeElement;
        return (ariaLabel ?? textContent).trim();
      });
    assert.equal(await focused(), visitor.say('password.show'));
    await keyboard.press('Space');
    assert.equal(await visitor.page.locator('[name=password]').getAttribute('type'), 'text');
    await visitor.sees('login.title', {}, 'login-password-shown');
    await keyboard.press('Tab');
    assert.equal(await focused(), visitor.say('login.forgot'));
    await keyboard.press('Tab');
    assert.equal(await focused(), visitor.say('login.title'));
    const outline = await visitor.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none');
    await keyboard.press('Enter');
    assert.ok((await visitor.told()).code);
  });

  world.visit(LOOKS[0], 'somebody sends the form from the password field', async (visitor) => {
    await visitor.authorize(client, { login_hint: person.email });
    await visitor.sees('login.title', {}, 'login-hinted');
    // The address is known, so the focus is where something is missing.
    await visitor.page.keyboard.type(PASSWORD);
    await visitor.page.keyboard.press('Enter');
    assert.ok((await visitor.told()).code);
  });
});

describe('the connection', () => {
  test('a browser that does not trust the authority shows no page', async () => {
    const stranger = await startBrowser(null);
    try {
      const context = await stranger.browser.newContext();
      const page = await context.newPage();
      await assert.rejects(page.goto(process.env.TEST_TLS_ISSUER), /ERR_CERT_AUTHORITY_INVALID/);
    } finally {
      await stranger.stop();
    }
  });
});
