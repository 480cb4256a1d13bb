/** A real browser, and people before it who see the pages in their own way. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { startApplication } from './application.mjs';
import { say } from './words.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = process.env.ANTEROOM_SCREENSHOTS;
const PLAIN = process.env.TEST_PLAIN_ISSUER;
const TLS = process.env.TEST_TLS_ISSUER;

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** The ways to see a page: each device, colour and language with and without script, on either origin, in four. */
export const LOOKS = [
  { name: 'desktop-light-en', device: DESKTOP, colour: 'light', language: 'en', script: true, issuer: PLAIN },
  { name: 'phone-dark-zh', device: PHONE, colour: 'dark', language: 'zh-CN', script: true, issuer: TLS },
  { name: 'desktop-dark-zh-no-script', device: DESKTOP, colour: 'dark', language: 'zh-CN', script: false, issuer: TLS },
  { name: 'phone-light-en-no-script', device: PHONE, colour: 'light', language: 'en', script: false, issuer: PLAIN },
];

/** Starts Chromium with a home of its own; `authority` is a certificate authority that its person trusts. */
export async function startBrowser(authority = process.env.NODE_EXTRA_CA_CERTS) {
  const home = mkdtempSync(join(tmpdir(), 'anteroom-browser-'));
  const store = join(home, '.pki/nssdb');
  mkdirSync(store, { recursive: true });
  const certutil = (...options) => execFileSync('certutil', ['-d', `sql:${store}`, ...options]);
  certutil('-N', '--empty-password');
  if (authority) certutil('-A', '-t', 'C,,', '-n', 'anteroom', '-i', authority);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    env: { ...process.env, HOME: home },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  const stop = async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, stop };
}

/** What a page reports that is no answer of the server's with a status of its own. */
const isComplaint = (message) =>
  ['error', 'warning'].includes(message.type()) && !/status of [45]\d\d/.test(message.text());

/** Somebody with a browser window. */
export class Visitor {
  complaints = [];

  static async arrive(browser, look) {
    const visitor = new this();
    visitor.look = look;
    visitor.context = await browser.newContext({
      ...look.device,
      colorScheme: look.colour,
      locale: look.language,
      javaScriptEnabled: look.script,
    });
    visitor.context.setDefaultTimeout(15_000);
    visitor.page = await visitor.context.newPage();
    visitor.page.on('console', (message) => isComplaint(message) && visitor.complaints.push(message.text()));
    visitor.page.on('pageerror', (error) => visitor.complaints.push(String(error)));
    return visitor;
  }

  /** Leaves; nothing may have been complained about. */
  async leave() {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }

  say(key, values) {
    return say(this.look.language, key, values);
  }

  /** Goes to a path of the server. */
  go(path) {
    return this.page.goto(new URL(path, this.look.issuer).href);
  }

  /** Asks to be signed in to an application. */
  authorize(client, parameters = {}) {
    const query = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: client.callbacks[0],
      response_type: 'code',
      scope: 'openid profile email',
      state: 'the-state',
      nonce: 'the-nonce',
      ...parameters,
    });
    return this.go(`/authorize?${query}`);
  }

  /** Waits for the page with this heading, and looks at it closely. */
  async sees(heading, values, name = heading) {
    await this.page.getByRole('heading', { level: 1, name: this.say(heading, values), exact: true }).waitFor();
    await this.inspect(name);
  }

  /** Whether the page has this text. */
  async reads(key, values) {
    await this.page.getByText(this.say(key, values)).first().waitFor();
  }

  /** No rule of axe is broken, nothing stands beyond the edge, the language is the person's. */
  async inspect(name) {
    const { page, look } = this;
    if (PICTURES) {
      const file = `${name.replaceAll('.', '-')}.${look.name}.png`;
      await page.screenshot({ path: join(PICTURES, file), fullPage: true });
    }
    assert.equal(await page.locator('html').getAttribute('lang'), look.language, name);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(beyond <= 0, `${name}: ${beyond} px beyond the edge`);
    // The page is the same with and without script, and axe needs one.
    if (!look.script) return;
    await page.evaluate(AXE);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    assert.deepEqual(told, [], name);
    assert.ok(found.passes.length > 5, `${name}: axe looked at nothing`);
  }

  fill(name, text) {
    return this.page.locator(`[name=${name}]`).fill(text);
  }

  /** Presses the button of these words. */
  press(key, values) {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true }).click();
  }

  follow(key, values) {
    return this.page.getByRole('link', { name: this.say(key, values), exact: true }).click();
  }

  /** Fills in the sign-in page. */
  async signIn(person, password) {
    await this.fill('username', person.email);
    await this.fill('password', password);
    await this.press('login.title');
  }

  /** What the application was told. */
  async told() {
    await this.page.getByRole('heading', { level: 1, name: 'Application', exact: true }).waitFor();
    return JSON.parse(await this.page.locator('pre').textContent());
  }
}

/**
 * The application and the browser of a file of tests, made ready by `prepare`; `visit` is a test with its own visitor.
 */
export function openWorld(prepare) {
  const world = { visit };
  before(async () => {
    world.app = await startApplication();
    world.stage = await startBrowser();
    await prepare(world.app);
  });
  after(async () => {
    await world.stage?.stop();
    world.app?.stop();
  });
  function visit(look, name, body) {
    test(name, async () => {
      const visitor = await Visitor.arrive(world.stage.browser, look);
      try {
        await body(visitor);
      } catch (error) {
        if (PICTURES) await visitor.page.screenshot({ path: join(PICTURES, `failed-${Date.now()}.png`) });
        await visitor.context.close();
        throw error;
      }
      await visitor.leave();
    });
  }
  return world;
}
