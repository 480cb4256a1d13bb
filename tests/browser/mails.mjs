/** The mails that the server writes to its outbox. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const OUTBOX = join(process.env.TEST_DATA, 'outbox');

/** The plain text of a mail, its transfer encoding undone. */
function text(mail) {
  const part = /content-type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?:\r?\n--|$)/i.exec(mail);
  const head = mail.slice(0, part.index + part[0].indexOf(part[1]));
  const encoding = /.*content-transfer-encoding: ([\w-]+)/is.exec(head)?.[1];
  if (encoding === 'base64') return Buffer.from(part[1], 'base64').toString();
  if (encoding !== 'quoted-printable') return part[1];
  const letter = (_, hex) => String.fromCharCode(parseInt(hex, 16));
  const bytes = part[1].replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, letter);
  return Buffer.from(bytes, 'latin1').toString();
}

/** All mails; the folder is made with the first. */
function mails() {
  if (!existsSync(OUTBOX)) return [];
  const names = readdirSync(OUTBOX).filter((name) => name.endsWith('.eml'));
  return names.map((name) => readFileSync(join(OUTBOX, name), 'utf8'));
}

/** The link of the one mail to an address that leads to a path; waits for it. */
export async function linkIn(email, path) {
  for (let tries = 0; tries < 100; tries += 1) {
    const links = mails()
      .filter((mail) => mail.includes(email))
      .flatMap((mail) => text(mail).match(/https?:\/\/\S+/g) ?? [])
      .filter((link) => new URL(link).pathname === path);
    if (links.length > 0) return links[0];
    await wait(100);
  }
  throw new Error(`no mail to ${email} leads to ${path}`);
}

/** The code in the one mail to an address that has one; waits for it. */
export async function codeFor(email) {
  for (let tries = 0; tries < 100; tries += 1) {
    const codes = mails()
      .filter((mail) => mail.includes(email))
      .flatMap((mail) => text(mail).match(/^\d{6}$/m) ?? []);
    if (codes.length > 0) return codes[0];
    await wait(100);
  }
  throw new Error(`no mail to ${email} has a code`);
}
