import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Person, person } from './person.js';

const file = fileURLToPath(new URL('../../people.json', import.meta.url));

/** The people of the demo, from `people.json`: the one place that knows their addresses and subjects. */
export function readCast(path = file): Person[] {
  const result = z.array(person).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`The people in ${path} cannot be read:\n${z.prettifyError(result.error)}`);
}
