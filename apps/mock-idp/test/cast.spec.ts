import { factSet } from '@countersign/claims';
import { expect, test } from 'vitest';
import { readCast } from '../src/people/index.js';

const cast = readCast();

test('the cast is who the demo speaks of', () => {
  expect(cast.map(({ id }) => id)).toEqual([
    'ada',
    'ben',
    'chi',
    'dia',
    'emil',
    'kat',
    'mallory',
    'gus',
    'hana',
    'noor',
    'theo',
    'ravi',
    'mei',
    'petra',
    'otto',
  ]);
});

test.each(cast.map((person) => [person.id, person] as const))(
  'what the brands say of %s is what the wire allows',
  (_id, { claims }) => {
    for (const said of Object.values(claims)) expect(factSet.safeParse(said).error).toBeUndefined();
  },
);

test('every subject at Google is 21 digits and belongs to one person', () => {
  const subjects = cast.map(({ subjects: { google } }) => google ?? '');
  for (const subject of subjects) expect(subject).toMatch(/^1\d{20}$/);
  expect(new Set(subjects).size).toBe(cast.length);
});

test('one of them is named exactly like another', () => {
  const names = cast.filter(({ name }) => name === 'Ada Osei').map(({ id }) => id);
  expect(names).toEqual(['ada', 'mallory']);
});
