import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { thisMonth } from './calendar.js';
import { type Person, person } from './person.js';

const file = fileURLToPath(new URL('../../people.json', import.meta.url));

const asOf =
  (today: Date) =>
  ({ claims, ...person }: Person): Person => ({
    ...person,
    claims: Object.fromEntries(
      Object.entries(claims).map(([issuer, said]) => [issuer, thisMonth(said, today)]),
    ),
  });

/**
 * The people of the demo, from `people.json`: the one place that knows their addresses and subjects. Their bills are
 * those of this month, whenever it is read.
 */
export function readCast(path = file, today = new Date()): Person[] {
  const result = z.array(person).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data.map(asOf(today));
  throw new Error(`The people in ${path} cannot be read:\n${z.prettifyError(result.error)}`);
}
