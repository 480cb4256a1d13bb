/** The words of the hosted pages, from the server's own files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../crates/http/messages');
const read = (language) => JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8'));
const words = { en: read('en'), 'zh-CN': read('zh-CN') };

/** A text, with what its braces name. */
export function say(language, key, values = {}) {
  const text = words[language][key];
  if (!text) throw new Error(`there is no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
