import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Hashes of every kind that Auth0's import format knows, as one system or another would have kept them: for each kind
 * one of each password. They were made with OpenSSL, libxcrypt, passlib and Python's hashlib and cryptography.
 */
export const kinds = JSON.parse(readFileSync(join(import.meta.dirname, 'hashes.json'), 'utf8'));

/** How many passwords there are. */
const PASSWORDS = 5;

/** The first kinds are bcrypt, as most systems have it. */
const BCRYPT = 3;

/** The password of the person with this employee number, if the person has one. */
export function passwordOf(employeeNumber) {
  return `violet harbour lantern ${employeeNumber % PASSWORDS}`;
}

/** The fields that bring the hash of a person's password along; some have none yet. */
export function passwordHash(employeeNumber, random) {
  if (random.chance(0.1)) return {};
  const kind = random.chance(0.4) ? random.integer(0, BCRYPT - 1) : random.integer(0, kinds.length - 1);
  return kinds[kind][employeeNumber % PASSWORDS];
}
