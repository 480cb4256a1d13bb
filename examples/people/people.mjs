import { MOST_PEOPLE, Mailboxes, phoneNumber, scatter, username } from './identifiers.mjs';
import { locales } from './locales/index.mjs';
import { appMetadata, userMetadata } from './metadata.mjs';
import { passwordHash } from './passwords.mjs';
import { Random } from './random.mjs';

/** Each locale as often as its weight says. */
const origins = locales.flatMap((locale) => Array(locale.weight).fill(locale));

/**
 * Makes `count` people as items of Auth0's import format. The same seed gives the same people, and a larger count the
 * same ones first. Throws a RangeError for more people than there are phone numbers.
 */
export function* people({ count, seed }) {
  if (count > MOST_PEOPLE) throw new RangeError(`count: at most ${MOST_PEOPLE}`);
  const random = new Random(seed);
  // Of its own, so that people stay the same whatever kinds of hashes there are.
  const hashes = new Random(seed + 1);
  const mailboxes = new Mailboxes();
  for (let index = 0; index < count; index += 1) {
    const made = person(index, random.pick(origins), random, mailboxes);
    yield { ...made, ...passwordHash(made.app_metadata.employee_number, hashes) };
  }
}

function person(index, locale, random, mailboxes) {
  const name = fullName(locale, random);
  const has = { username: random.chance(0.4), phone: random.chance(0.5), picture: random.chance(0.3) };
  return {
    email: mailboxes.address(...name.ascii, random),
    email_verified: random.chance(0.8),
    ...(has.username && { username: username(name.given, index) }),
    ...(has.phone && {
      phone_number: phoneNumber(random.pick(locale.phones), index),
      phone_verified: random.chance(0.6),
    }),
    given_name: name.given.text,
    family_name: name.family,
    name: name.full,
    nickname: random.chance(0.5) ? name.given.text : name.given.ascii,
    ...(has.picture && { picture: `https://pictures.example.com/people/${scatter(index)}.jpg` }),
    ...(random.chance(0.03) && { blocked: true }),
    user_metadata: userMetadata(locale, name, random),
    app_metadata: appMetadata(10_000 + scatter(index), random),
  };
}

/** A person's names, put together as their language does. */
function fullName(locale, random) {
  const [gender, form] = random.pick([['female', 'feminine'], ['male', 'masculine']]);
  const given = random.pickFrequent(locale.given[gender])[form];
  const families = [random.pickFrequent(locale.family)[form]];
  if (locale.twoFamilyNames) families.push(random.pickFrequent(locale.family)[form]);
  const family = families.map((each) => each.text).join(' ');
  const middle = random.chance(locale.middleShare) ? [random.pick(locale.middle)[form].text] : [];

  const inOrder = (first, second) => (locale.familyFirst ? [second, first] : [first, second]);
  const [start, end] = inOrder(given.text, family);
  return {
    given,
    family,
    full: [start, ...middle, end].join(locale.separator),
    ascii: inOrder(given.ascii, families[0].ascii),
    reading: given.reading && inOrder(given.reading, families[0].reading).join(' '),
  };
}
