/** The example application: registered by its own program, started, and used. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { Browser } from './browser.mjs';
import { ISSUER, KEY_FILE } from './world.mjs';

const EXAMPLE = join(import.meta.dirname, '../../../examples/app');
/** Where the example keeps its settings. */
const folder = mkdtempSync(join(tmpdir(), 'anteroom-example-'));
// Neither the caller's own registration nor an authority that the example has to find by itself.
const env = { ...process.env, EXAMPLE_SETTINGS: join(folder, 'settings'), NODE_EXTRA_CA_CERTS: '' };

// Nobody has been here before with this address.
const PERSON = `${randomUUID()}@example.com`;

let origin;
let app;
let password;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const setUp = () => {
  const options = ['--key', KEY_FILE, '--origin', origin, '--issuer', ISSUER.href, '--person', PERSON];
  return promisify(execFile)(process.execPath, [join(EXAMPLE, 'setup.mjs'), ...options], { env });
};

before(async () => {
  origin = `http://localhost:${await freePort()}`;
  await setUp();
  password = /^PERSON_PASSWORD=(.+)$/m.exec(readFileSync(env.EXAMPLE_SETTINGS, 'utf8'))?.[1];
  app = spawn(process.execPath, [join(EXAMPLE, 'app.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    app.stdout.once('data', resolve);
    app.once('exit', (code) => reject(new Error(`the example ended with ${code}`)));
  });
});

after(() => {
  app?.kill();
  rmSync(folder, { recursive: true });
});

/** Signs in at the example; answers two browsers, one for each origin, and the page. */
async function signIn() {
  const [there, here] = [new Browser(ISSUER), new Browser(origin)];
  const page = await there.visit(await here.visit(`${origin}/sign-in`));
  const back = await there.submit(page, { username: PERSON, password });
  assert.ok(back instanceof URL, `not signed in: ${back.title}`);
  return { there, here, page: await here.visit(back) };
}

test('somebody signs in, refreshes, calls the API and signs out', async () => {
  const { there, here, page } = await signIn();
  assert.equal(page.title, 'Hello Ada Lovelace');
  assert.match((await here.post(`${origin}/refresh`)).html, /refreshed 1×/);
  assert.match((await here.post(`${origin}/notes`)).html, /Buy milk/);
  const end = await here.post(`${origin}/sign-out`);
  assert.equal((await there.visit(end)).href, `${origin}/`);
  assert.equal((await here.visit(origin)).title, 'Example application');
  assert.equal((await there.visit(await here.visit(`${origin}/sign-in`))).title, 'Sign in');
});

test('a callback that was not asked for is refused', async () => {
  const answer = await new Browser(origin).visit(`${origin}/callback?code=x&state=y`);
  assert.deepEqual([answer.status, answer.title], [400, 'Please sign in again']);
});

test('the API takes nobody without a token, or with one that is none', async () => {
  const bare = await fetch(`${origin}/api/notes`);
  assert.deepEqual([bare.status, bare.headers.get('www-authenticate')], [401, 'Bearer']);
  const forged = await fetch(`${origin}/api/notes`, { headers: { authorization: 'Bearer a.b.c' } });
  assert.deepEqual([forged.status, forged.headers.get('www-authenticate')], [401, 'Bearer error="invalid_token"']);
});

test('setting up once more keeps the registration', async () => {
  const before = readFileSync(env.EXAMPLE_SETTINGS, 'utf8');
  const { stdout } = await setUp();
  assert.match(stdout, new RegExp(`Sign in as ${PERSON} with ${password}\\.`));
  assert.equal(readFileSync(env.EXAMPLE_SETTINGS, 'utf8'), before);
});
