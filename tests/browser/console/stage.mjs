/** Administrators before the console, who see it in their own way. */
import { PASSWORD } from '../../peers/node/world.mjs';
import { Visitor, startBrowser } from '../stage.mjs';
import { after, before, test } from 'node:test';

const ORIGIN = process.env.TEST_PLAIN_ISSUER;
const PICTURES = process.env.ANTEROOM_SCREENSHOTS;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

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

/** Somebody at the console. */
export class Administrator extends Visitor {
  /** Opens a page of the console as somebody, signing in on the way. */
  async enter(person, path = '') {
    await this.go(`/console${path}`);
    await this.signIn(person, PASSWORD);
    await this.page.waitForURL(/\/console(?!\/callback)/);
  }

  /** Opens a page of the console, signed in already. */
  async open(path) {
    await this.go(`/console${path}`);
  }

  /** Waits until a page's heading is there and nothing loads any more, and looks at it closely. */
  async looksAt(heading, name) {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await this.settled();
    await this.inspect(name);
  }

  /** Waits until nothing is loading. */
  async settled() {
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy=true], .mantine-Skeleton-root'));
    await this.page.waitForLoadState('networkidle');
  }
}

/** The browser of a file of tests, and what `prepare` makes ready; `work` is a test with an administrator of its own. */
export function openConsole(prepare) {
  const stage = {};
  before(async () => {
    Object.assign(stage, await startBrowser());
    await prepare?.();
  });
  after(() => stage.stop?.());
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
