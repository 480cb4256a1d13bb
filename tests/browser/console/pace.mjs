/** How quickly the console is there, and how quickly one gets about in it: figures, no test. */
import { startBrowser } from '../stage.mjs';
import { Administrator, LOOKS } from './stage.mjs';
import { makeAdministrator } from './world.mjs';

const TIMES = 9;
const PLACES = ['/users', '/roles', '/applications', '/logs', '/users'];

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Milliseconds from opening the address to the first row of the list, and bytes over the wire. */
async function load(browser, cookies) {
  const administrator = await Administrator.arrive(browser, LOOKS[0]);
  await administrator.context.addCookies(cookies);
  const network = await administrator.context.newCDPSession(administrator.page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await administrator.open('/users');
  await administrator.page.locator('tbody a').first().waitFor();
  const took = performance.now() - began;
  await administrator.settled();
  const shift = await administrator.shift();
  await administrator.leave();
  return { took, bytes, shift };
}

/** Milliseconds from a click in the navigation to the page's heading, in the browser's own time. */
async function changes(administrator) {
  const times = [];
  for (const place of [...PLACES, ...PLACES]) {
    times.push(
      await administrator.page.evaluate(async (to) => {
        const began = performance.now();
        document.querySelector(`nav a[href="${to}"]`).click();
        const there = () => location.pathname === to && document.querySelector('main h1');
        while (!there()) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - began;
      }, `/console${place}`),
    );
    await administrator.settled();
  }
  // The first round loads the pages' code.
  return times.slice(PLACES.length);
}

const { browser, stop } = await startBrowser();
const person = await makeAdministrator('super_admin', { name: 'Grace Hopper' });
const administrator = await Administrator.arrive(browser, LOOKS[0]);
await administrator.enter(person, '/users');
await administrator.settled();
const cookies = await administrator.context.cookies();
const loads = [];
for (let time = 0; time < TIMES; time += 1) loads.push(await load(browser, cookies));
const routes = await changes(administrator);
await administrator.leave();
await stop();
console.log(`first visit: ${(loads[0].bytes / 1024).toFixed(0)} KB over the wire`);
console.log(`list of users, cold: ${median(loads.map(({ took }) => took)).toFixed(0)} ms to its first row`);
console.log(`layout shift while loading: ${Math.max(...loads.map(({ shift }) => shift)).toFixed(4)}`);
console.log(`from page to page: ${median(routes).toFixed(0)} ms, at most ${Math.max(...routes).toFixed(0)} ms`);
