/** As much of a browser as signing in needs: it keeps cookies, follows redirects of one server and fills in its forms. */
import assert from 'node:assert/strict';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });

/** The attributes of a tag. */
function attributes(tag) {
  const pairs = tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(Array.from(pairs, ([, name, value]) => [name, unescape(value ?? '')]));
}

/** What the server showed. */
class Page {
  constructor(url, status, html) {
    Object.assign(this, { url: new URL(url), status, html });
  }

  /** The heading. */
  get title() {
    return unescape(/<h1>([^<]*)<\/h1>/.exec(this.html)?.[1] ?? '');
  }

  /** Where the page's form goes, and the fields it has with their values. */
  get form() {
    const [whole, open] = /<form ([^>]*)>.*?<\/form>/s.exec(this.html) ?? assert.fail(`no form at ${this.url}`);
    const inputs = Array.from(whole.matchAll(/<input ([^>]*)>/g), ([, tag]) => attributes(tag));
    const fields = Object.fromEntries(inputs.filter(({ name }) => name).map(({ name, value }) => [name, value ?? '']));
    return { action: new URL(attributes(open).action, this.url), fields };
  }
}

export class Browser {
  #cookies = new Map();

  /** @param server the origin that it stays at: a redirect elsewhere is answered as `URL`, not followed */
  constructor(server) {
    this.server = new URL(server).origin;
  }

  /** Goes to an address; answers the page, or the address elsewhere that it is sent to. */
  visit(url) {
    return this.#go(new URL(url), { method: 'GET' });
  }

  /** Fills in the form of a page and sends it. */
  submit(page, values) {
    const { action, fields } = page.form;
    for (const name of Object.keys(values)) {
      assert.ok(name in fields || name === 'decision', `no field ${name} at ${page.url}`);
    }
    return this.post(action, { ...fields, ...values });
  }

  /** Sends a form. */
  post(url, fields = {}) {
    const headers = { origin: this.server, 'sec-fetch-site': 'same-origin' };
    return this.#go(new URL(url), { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async #go(url, request, redirects = 0) {
    assert.ok(redirects < 10, `the redirects have no end: ${url}`);
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...request.headers, ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...request, headers, redirect: 'manual' });
    answer.headers.getSetCookie().forEach((line) => this.#keep(line));
    const html = await answer.text();
    if (!answer.headers.has('location')) return new Page(url, answer.status, html);
    assert.equal(answer.status, 303, `a redirect of ${url}`);
    const next = new URL(answer.headers.get('location'), url);
    return next.origin === this.server ? this.#go(next, { method: 'GET' }, redirects + 1) : next;
  }

  #keep(line) {
    const [pair, ...rules] = line.split('; ');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (rules.includes('Max-Age=0')) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
