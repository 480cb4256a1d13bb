import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** Reads people in Auth0's import format: a JSON array, or one person a line when the file's name ends in .ndjson. */
export async function* readPeople(file) {
  if (!file.endsWith('.ndjson')) {
    yield* JSON.parse(await readFile(file, 'utf8'));
    return;
  }
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim()) yield JSON.parse(line);
  }
}
