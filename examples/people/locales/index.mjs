/**
 * The locales people come from, ready for use.
 *
 * A locale file is plain data. Lists are written as text with commas between; one entry reads
 * `spelling=ascii=reading`, where `ascii` is the spelling in e-mail addresses (left out when dropping the accents
 * gives it) and `reading` is how a name is pronounced (Japanese). `masculine/feminine` marks a name with two forms.
 *
 * - `language`: BCP 47 tag. `weight`: how often people come from here, relative to the other locales.
 * - `given.female`, `given.male`, `family`: names, the most frequent first.
 * - `middle`, `middleShare`: middle names or patronymics, and the share of people whose full name has one.
 * - `familyFirst`, `separator` (default: a space), `twoFamilyNames`: how a full name is put together.
 * - `places`: cities by time zone. `phones`: E.164 templates, `#` for 0 to 9 and `N` for 3 to 9.
 * - `spelling`: how letters are spelt in ASCII where it is not just the letter without its accent.
 */
import { readdirSync } from 'node:fs';

import { toAscii } from '../ascii.mjs';

const entries = (text) => (text ?? '').split(',').map((entry) => entry.trim()).filter(Boolean);

/** One list of names: each a pair of forms, masculine and feminine, `{ text, ascii, reading }`. */
function names(text, spelling) {
  return entries(text).map((entry) => {
    const [spellings, asciis, reading] = entry.split('=');
    const texts = spellings.split('/');
    const forms = texts.map((form, index) => ({
      text: form,
      ascii: asciis?.split('/')[index] ?? toAscii(form, spelling),
      reading,
    }));
    return { masculine: forms[0], feminine: forms.at(-1) };
  });
}

function prepare(locale) {
  const { given, family, middle, spelling } = locale;
  return {
    separator: ' ',
    middleShare: 0,
    ...locale,
    given: { female: names(given.female, spelling), male: names(given.male, spelling) },
    family: names(family, spelling),
    middle: names(middle, spelling),
    places: Object.entries(locale.places).flatMap(([timezone, cities]) =>
      entries(cities).map((city) => ({ city, timezone })),
    ),
    phones: entries(locale.phones),
  };
}

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.mjs') && name !== 'index.mjs')
  .sort();

/** Every locale of this folder, in the order of their names. */
export const locales = await Promise.all(
  files.map(async (name) => prepare((await import(`./${name}`)).default)),
);
