/** Administrators before the console, who see it in their own way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Visitor, startBrowser } from '../stage.mjs';
import { PASSWORD, word } from './world.mjs';

const ORIGIN = process.env.TEST_PLAIN_ISSUER;
const PICTURES = process.env.ANTEROOM_SCREENSHOTS;
// Nothing glides or fades: what is looked at stands still.
const reducedMotion = 'reduce';
const DESKTOP = { viewport: { width: 1440, height: 900 }, reducedMotion };
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  reducedMotion,
};

const look = (name, device, colour, language) => ({ name, device, colour, language, script: true, issuer: ORIGIN });

/** Every page is looked at in each of these ways. */
export const LOOKS = [
  look('desktop-light-en', DESKTOP, 'light', 'en'),
  look('desktop-dark-zh', DESKTOP, 'dark', 'zh-CN'),
  look('phone-light-zh', PHONE, 'light', 'zh-CN'),
  look('phone-dark-en', PHONE, 'dark', 'en'),
];

/** The ways in which work is done from end to end: both themes and both languages. */
export const WORKING = LOOKS.slice(0, 2);

/** A picture for whoever has one elsewhere: nothing is asked of other servers. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#7d92f0"/></svg>';

/** A page is settled when nothing loads for so many looks in a row, and is given up after so long (in milliseconds). */
const LOOKS_IN_A_ROW = 3;
const BETWEEN_LOOKS = 40;
const PATIENCE = 15_000;

/** Somebody at the console. */
export class Administrator extends Visitor {
  /** The requests that are not answered yet. */
  pending = new Set();

  static async arrive(browser, look) {
    const administrator = await super.arrive(browser, look);
    administrator.watch();
    await administrator.context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
    );
    return administrator;
  }

  /** A text of the console. */
  word(key, values, language = this.look.language) {
    return word(language, key, values);
  }

  /** Opens a page of the console as somebody, signing in on the way. */
  async enter(person, path = '') {
    await this.go(`/console${path}`);
    await this.page.locator('[name=username]').waitFor();
    await this.signIn(person, PASSWORD);
    await this.page.waitForURL(/\/console(?!\/callback)/);
  }

  /** Opens a page of the console, signed in already. */
  async open(path) {
    await this.go(`/console${path}`);
  }

  /** Waits until a page's heading is there and nothing loads any more, and looks at it closely. */
  async looksAt(heading, name) {
    await this.heading(heading);
    await this.settled();
    await this.inspect(name);
  }

  /** Waits for the page of this heading. */
  heading(name) {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** The button of these words, in a part of the page. */
  button(key, values, within = this.page) {
    return within.getByRole('button', { name: this.word(key, values), exact: true });
  }

  /** The field for a text that has this name. */
  box(key, values, within = this.page) {
    return within.getByRole('textbox', { name: this.word(key, values), exact: true });
  }

  /** Waits for a text. */
  reads(key, values, within = this.page) {
    return within.getByText(this.word(key, values)).first().waitFor();
  }

  /** What is told at a field that was refused, in the person's language. */
  async refusal(field) {
    await field.and(this.page.locator('[aria-invalid=true]')).waitFor();
    const ids = (await field.getAttribute('aria-describedby')).split(' ').filter((id) => id.endsWith('-error'));
    const texts = await Promise.all(ids.map((id) => this.page.locator(`[id="${id}"]`).textContent()));
    const told = texts.join(' ').trim();
    assert.equal(/\p{Script=Han}/u.test(told), this.look.language === 'zh-CN', told);
    return told;
  }

  /** The dialog that is open. */
  get dialog() {
    return this.page.getByRole('dialog');
  }

  /** The field of this label. */
  field(key, values, within = this.page) {
    return within.getByLabel(this.word(key, values));
  }

  /** Chooses from a list that a field opens. */
  async choose(field, option) {
    await field.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** How much of the page has moved by itself (web.dev/cls): 0 where nothing did. */
  shift() {
    return this.page.evaluate(
      () =>
        new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 50);
        }),
    );
  }

  /** Keeps count of what is asked for; a page that is left takes its requests along. */
  watch() {
    const { page, pending } = this;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) pending.clear();
      else pending.add(request);
    });
    // Answered is enough: of some answers the console reads no more than the address.
    page.on('response', (response) => pending.delete(response.request()));
    page.on('requestfailed', (request) => pending.delete(request));
  }

  /** Waits until nothing is loading. */
  async settled() {
    const end = Date.now() + PATIENCE;
    for (let quiet = 0; quiet < LOOKS_IN_A_ROW;) {
      assert.ok(Date.now() < end, `loads on: ${[...this.pending].map((request) => request.url())}`);
      await pause(BETWEEN_LOOKS);
      const loading = '[aria-busy=true], [data-stale], .mantine-Skeleton-root';
      const isBusy = this.pending.size > 0 || (await this.page.locator(loading).count()) > 0;
      quiet = isBusy ? 0 : quiet + 1;
    }
  }
}

/**
 * The browser of a file of tests, what `prepare` makes ready and `clear` puts away; `work` is a test with an
 * administrator of its own.
 */
export function openConsole(prepare, clear) {
  const stage = {};
  before(async () => {
    Object.assign(stage, await startBrowser());
    await prepare?.();
  });
  after(async () => {
    await stage.stop?.();
    await clear?.();
  });
  return function work(look, name, body) {
    test(`${look.name}: ${name}`, async () => {
      const administrator = await Administrator.arrive(stage.browser, look);
      try {
        await body(administrator);
      } catch (error) {
        if (PICTURES) await administrator.page.screenshot({ path: `${PICTURES}/failed-${Date.now()}.png` });
        await administrator.context.close();
        throw error;
      }
      await administrator.leave();
    });
  };
}
