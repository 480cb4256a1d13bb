/**
 * E-mail addresses, usernames and phone numbers of which no two are alike, without remembering those given out: what
 * is kept grows with the names in the locale files, not with the number of people.
 */

/** Names reserved by RFC 2606, so that no message reaches a stranger. */
const DOMAINS = [
  'example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.net', 'uni.example.org',
];
const SEPARATORS = ['.', '.', '_', '-'];

/** A prime, so that multiplying by it visits every number of a range whose size is made of 2, 3, 5 and 7 once. */
const STRIDE = 61_803_401;

/** Phone numbers repeat beyond as many people as the smallest template has numbers. */
export const MOST_PEOPLE = 7_000_000;

/** Maps 0, 1, 2 … to numbers that look drawn, each once: below 1,000 first, then below 10,000, and so on. */
export function scatter(index) {
  let low = 0;
  let high = 1000;
  while (index >= high) [low, high] = [high, high * 10];
  return low + (((index - low) * STRIDE) % (high - low));
}

/** Fills a template such as `+4915########` with the digits of the `index`th number, each number once. */
export function phoneNumber(template, index) {
  const bases = [...template].map((sign) => ({ '#': 10, N: 7 })[sign] ?? 1);
  let rest = (index * STRIDE + 4_711) % bases.reduce((product, base) => product * base);
  const signs = [...template];
  for (let place = signs.length - 1; place >= 0; place -= 1) {
    if (bases[place] === 1) continue;
    const digit = rest % bases[place];
    rest = Math.floor(rest / bases[place]);
    signs[place] = signs[place] === 'N' ? digit + 3 : digit;
  }
  return signs.join('');
}

/** At most 15 characters: letters of the given name and a number that no one else has. */
export function username(given, index) {
  return given.ascii.slice(0, 8) + scatter(index);
}

/** Gives each namesake the next number: `wei.li`, `wei_li2`, `wei.li3` … */
export class Mailboxes {
  #namesakes = new Map();

  address(first, second, random) {
    const count = (this.#namesakes.get(`${first} ${second}`) ?? 0) + 1;
    this.#namesakes.set(`${first} ${second}`, count);
    const local = first + random.pick(SEPARATORS) + second + (count > 1 ? count : '');
    return `${local}@${random.pick(DOMAINS)}`;
  }
}
