#!/usr/bin/env node
/**
 * Writes made-up people in Auth0's import format, any number of them, one a line:
 *
 *     node examples/people/generate.mjs --count 500 --seed 8480 --out examples/users.json
 *     node examples/people/generate.mjs --count 1000000 --format ndjson --out people.ndjson
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { people } from './people.mjs';

const PEOPLE_PER_WRITE = 1000;

/** The text of a JSON array or of newline-delimited JSON, in pieces of many people. */
export function* serialise(items, format) {
  const { opening, between, closing } = {
    json: { opening: '[\n', between: ',\n', closing: '\n]\n' },
    ndjson: { opening: '', between: '\n', closing: '\n' },
  }[format];
  let lines = [];
  let lead = opening;
  for (const item of items) {
    lines.push(JSON.stringify(item));
    if (lines.length === PEOPLE_PER_WRITE) {
      yield lead + lines.join(between);
      lead = between;
      lines = [];
    }
  }
  if (lines.length > 0 || lead === opening) yield lead + lines.join(between);
  yield closing;
}

function options() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '8480' },
      format: { type: 'string', default: 'json' },
      out: { type: 'string' },
    },
  });
  const [count, seed] = [values.count, values.seed].map(Number);
  if (!Number.isInteger(count) || count < 0) throw new Error('--count: a whole number, please');
  if (!Number.isInteger(seed)) throw new Error('--seed: a whole number, please');
  if (!['json', 'ndjson'].includes(values.format)) throw new Error('--format: json or ndjson');
  return { count, seed, format: values.format, out: values.out };
}

async function main() {
  const { count, seed, format, out } = options();
  const target = out ? createWriteStream(out) : process.stdout;
  await pipeline(Readable.from(serialise(people({ count, seed }), format)), target);
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
