import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { toAscii } from './ascii.mjs';
import { serialise } from './generate.mjs';
import { kinds, passwordOf } from './passwords.mjs';
import { people } from './people.mjs';

const SCRIPTS = [
  'Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai',
  'Armenian', 'Georgian',
];
const committed = readFileSync(join(import.meta.dirname, '..', 'users.json'), 'utf8');

test('the committed people come out again byte for byte', () => {
  assert.equal([...serialise(people({ count: 500, seed: 8480 }), 'json')].join(''), committed);
});

test('the committed people fit one import and hold the names the README looks for', () => {
  assert.ok(Buffer.byteLength(committed) <= 512_000);
  const families = JSON.parse(committed).map((person) => person.family_name);
  for (const family of ['李', 'Müller', "O'Brien"]) {
    assert.ok(families.filter((each) => each === family).length >= 3, family);
  }
});

test('names of 500 people are written in more than ten scripts, traditional and simplified among them', () => {
  const names = JSON.parse(committed).map((person) => person.name).join(' ');
  for (const script of SCRIPTS) assert.match(names, new RegExp(`\\p{Script=${script}}`, 'u'));
  assert.match(names, /张|刘|陈/);
  assert.match(names, /張|劉|陳/);
});

test('no two of 100,000 people share an identifier, and every identifier is well formed', () => {
  const shapes = {
    email: /^[a-z]+[._-][a-z]+\d*@([a-z]+\.)?example\.(com|net|org)$/,
    username: /^[a-z]{1,8}\d{1,7}$/,
    phone_number: /^\+[1-9]\d{9,13}$/,
  };
  const seen = { email: new Set(), username: new Set(), phone_number: new Set(), employee_number: new Set() };
  for (const person of people({ count: 100_000, seed: 1 })) {
    for (const [field, shape] of Object.entries(shapes)) {
      if (person[field] !== undefined) assert.match(person[field], shape);
    }
    for (const [field, values] of Object.entries(seen)) {
      const value = person[field] ?? person.app_metadata[field];
      assert.ok(value === undefined || !values.has(value), `${field} ${value} twice`);
      values.add(value);
    }
  }
});

/** Checks a hash with Node's own means, where it has any; `undefined` where it has none. */
function isOf(password, { password_hash: text, custom_password_hash: custom }) {
  if (text) return undefined;
  const { algorithm, hash, salt } = custom;
  const is = (made) => Buffer.from(hash.value, hash.encoding).equals(made);
  const salted = salt?.position === 'suffix' ? password + salt.value : (salt?.value ?? '') + password;
  switch (algorithm) {
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
      return is(createHash(algorithm).update(salted).digest());
    case 'hmac':
      if (['md4', 'ripemd160', 'whirlpool'].includes(hash.digest)) return undefined;
      return is(createHmac(hash.digest, hash.key.value).update(password).digest());
    case 'pbkdf2': {
      const [, digest, iterations, own, value] = /^\$pbkdf2-(\w+)\$i=(\d+),l=64\$([^$]+)\$([^$]+)$/.exec(hash.value);
      const made = pbkdf2Sync(password, Buffer.from(own, 'base64'), Number(iterations), 64, digest);
      return Buffer.from(value, 'base64').equals(made);
    }
    case 'scrypt': {
      const costs = { N: custom.cost, r: custom.blockSize, p: custom.parallelization };
      return is(scryptSync(password, Buffer.from(salt.value, salt.encoding), custom.keylen, costs));
    }
    default:
      return undefined;
  }
}

test('the hashes are of the passwords that the README tells', () => {
  let checked = 0;
  for (const kind of kinds) {
    kind.forEach((hash, number) => {
      const checks = [passwordOf(number), passwordOf(number + 1)].map((password) => isOf(password, hash));
      if (checks[0] === undefined) return;
      checked += 1;
      assert.deepEqual(checks, [true, false], JSON.stringify(hash));
    });
  }
  assert.ok(checked >= 80, `${checked} checked`);
});

test('every kind of hash that may be imported is among 500 people, and some have no password', () => {
  const made = JSON.parse(committed);
  const algorithms = new Set(made.map((person) => person.custom_password_hash?.algorithm));
  const all = ['argon2', 'bcrypt', 'hmac', 'ldap', 'md4', 'md5', 'pbkdf2', 'scrypt', 'sha1', 'sha256', 'sha512', undefined];
  assert.deepEqual(algorithms, new Set(all));
  for (const prefix of ['$2a$', '$2b$', '$2y$']) {
    assert.ok(made.some((person) => person.password_hash?.startsWith(prefix)), prefix);
  }
  assert.ok(made.every((person) => !(person.password_hash && person.custom_password_hash)));
  assert.ok(made.some((person) => !person.password_hash && !person.custom_password_hash));
});

test('a larger count begins with the same people, another seed does not', () => {
  const first = (seed, count) => [...people({ count, seed })].slice(0, 20);
  assert.deepEqual(first(3, 20), first(3, 2000));
  assert.notDeepEqual(first(3, 20), first(4, 20));
});

test('newline-delimited JSON has one person a line', () => {
  const lines = [...serialise(people({ count: 2500, seed: 5 }), 'ndjson')].join('').split('\n');
  assert.equal(lines.pop(), '');
  assert.equal(lines.length, 2500);
  assert.ok(lines.every((line) => JSON.parse(line).email));
});

test('no people are an empty array', () => {
  assert.deepEqual(JSON.parse([...serialise([], 'json')].join('')), []);
});

test('Latin names are spelt in ASCII as their languages do', () => {
  assert.equal(toAscii('Müller', { ü: 'ue' }), 'mueller');
  assert.equal(toAscii('Łódź Größe'), 'lodzgrosse');
  assert.equal(toAscii('İbrahim Işık'), 'ibrahimisik');
  assert.equal(toAscii("O'Brien-Nguyễn"), 'obriennguyen');
});
