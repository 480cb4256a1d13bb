/** Making an account, proving its address and finding a lost password, seen in each way. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe } from 'node:test';

import { codeFor, linkIn } from './mails.mjs';
import { LOOKS, openWorld } from './stage.mjs';
import { PASSWORD, allowSignUp, makeClient, makePerson } from './world.mjs';

const ANOTHER = 'a staple that no horse ever saw';

let client;
const world = openWorld(async ({ origin }) => {
  client = await makeClient(origin);
  await allowSignUp(true);
});
after(() => allowSignUp(false));

/** The browser's own check would keep a bad form from being sent: the server's is what is looked at. */
const withoutChecks = (visitor) => visitor.page.evaluate(() => document.forms[0].setAttribute('novalidate', ''));

for (const look of LOOKS) {
  describe(look.name, () => {
    world.visit(look, 'somebody makes an account and confirms the address', async (visitor) => {
      const email = `${randomUUID()}@example.com`;
      await visitor.authorize(client);
      await visitor.follow('sign_up.link');
      await visitor.sees('sign_up.title');
      await withoutChecks(visitor);
      await visitor.fill('email', 'no address');
      await visitor.fill('password', ANOTHER);
      await visitor.press('sign_up.action');
      await visitor.reads('error.email.invalid');
      await visitor.sees('sign_up.title', {}, 'sign-up-email');
      await withoutChecks(visitor);
      await visitor.fill('email', email);
      await visitor.fill('password', 'password');
      await visitor.press('sign_up.action');
      await visitor.reads('error.password.common');
      await visitor.sees('sign_up.title', {}, 'sign-up-password');
      await visitor.fill('password', ANOTHER);
      await visitor.press('sign_up.action');
      assert.ok((await visitor.told()).code);
      await visitor.page.goto(await linkIn(email, '/u/email-verification'));
      await visitor.sees('verify.title');
      await visitor.press('verify.action');
      await visitor.sees('verify_done.title');
      await visitor.reads('verify_done.address', { email });
    });

    world.visit(look, 'an address that has an account makes no other', async (visitor) => {
      const { email } = await makePerson();
      await visitor.authorize(client, { screen_hint: 'signup' });
      await visitor.fill('email', email);
      await visitor.fill('password', ANOTHER);
      await visitor.press('sign_up.action');
      await visitor.reads('error.sign_up.refused');
      await visitor.sees('sign_up.title', {}, 'sign-up-refused');
    });

    world.visit(look, 'a lost password is replaced by the link of a mail', async (visitor) => {
      const person = await makePerson();
      await visitor.authorize(client);
      await visitor.follow('login.forgot');
      await visitor.sees('forgot.title');
      await visitor.fill('username', person.email);
      await visitor.press('forgot.action');
      await visitor.sees('forgot_sent.title');
      await visitor.reads('forgot_sent.lead', { identifier: person.email });
      const link = await linkIn(person.email, '/u/reset-password');
      await visitor.page.goto(link);
      await visitor.sees('reset.title');
      await withoutChecks(visitor);
      await visitor.fill('password', 'short');
      await visitor.press('password.save');
      await visitor.reads('error.password.too_short', { count: 8 });
      await visitor.sees('reset.title', {}, 'reset-too-short');
      await visitor.fill('password', ANOTHER);
      await visitor.press('password.save');
      await visitor.sees('reset_done.title');
      await visitor.page.goto(link);
      await visitor.sees('expired.reset_link.title');
      await visitor.authorize(client);
      await visitor.signIn(person, PASSWORD);
      await visitor.reads('error.login.wrong_credentials');
      await visitor.fill('password', ANOTHER);
      await visitor.press('login.title');
      assert.ok((await visitor.told()).code);
    });

    world.visit(look, 'a lost password is replaced by the code of a mail', async (visitor) => {
      const person = await makePerson();
      await visitor.authorize(client);
      await visitor.follow('login.forgot');
      await visitor.fill('username', person.email);
      await visitor.press('forgot.action');
      await visitor.sees('forgot_sent.title', {}, 'forgot-sent-code');
      const code = await codeFor(person.email);
      await withoutChecks(visitor);
      await visitor.press('action.continue');
      await visitor.reads('error.code.empty');
      await visitor.sees('forgot_sent.title', {}, 'forgot-sent-code-empty');
      await visitor.fill('code', code === '000000' ? '111111' : '000000');
      await visitor.press('action.continue');
      await visitor.reads('error.code.wrong');
      await visitor.sees('forgot_sent.title', {}, 'forgot-sent-code-wrong');
      await visitor.fill('code', `${code.slice(0, 3)} ${code.slice(3)}`);
      await visitor.press('action.continue');
      await visitor.sees('reset.title', {}, 'reset-by-code');
      await visitor.fill('password', ANOTHER);
      await visitor.press('password.save');
      await visitor.sees('reset_done.title', {}, 'reset-done-by-code');
      // The sign-in that it began in goes on.
      await visitor.follow('action.continue');
      await visitor.signIn(person, ANOTHER);
      assert.ok((await visitor.told()).code);
      await visitor.page.goto(await linkIn(person.email, '/u/reset-password'));
      await visitor.sees('expired.reset_link.title', {}, 'expired-after-code');
    });

    world.visit(look, 'nobody learns whether an address has an account', async (visitor) => {
      const email = `${randomUUID()}@example.com`;
      await visitor.authorize(client);
      await visitor.follow('login.forgot');
      await visitor.fill('username', email);
      await visitor.press('forgot.action');
      await visitor.sees('forgot_sent.title', {}, 'forgot-sent-nobody');
      await visitor.reads('forgot_sent.lead', { identifier: email });
    });

    world.visit(look, 'a password that must be changed is changed before the sign-in goes on', async (visitor) => {
      const person = await makePerson({ reset_password_on_next_login: true });
      await visitor.authorize(client);
      await visitor.signIn(person, PASSWORD);
      await visitor.sees('change_password.title');
      await visitor.fill('password', PASSWORD);
      await visitor.press('password.save');
      await visitor.reads('error.password.unchanged');
      await visitor.sees('change_password.title', {}, 'change-password-unchanged');
      await visitor.fill('password', ANOTHER);
      await visitor.press('password.save');
      assert.ok((await visitor.told()).code);
    });
  });
}
