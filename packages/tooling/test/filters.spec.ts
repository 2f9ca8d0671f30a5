import { expect, test } from 'vitest';
import { filtersFor } from '../src/tests/filters.js';

test.each([
  ['nothing is asked for', [], []],
  ['the room itself is named', ['packages/database'], []],
  ['the room is named with a slash', ['packages/database/'], []],
  ['a file of the room is named', ['packages/database/test/roles'], ['test/roles']],
  ['a part of a path is given', ['roles'], ['roles']],
  ['another room is named', ['apps/api'], undefined],
  ['a room is named that only begins alike', ['packages/database-of-another'], undefined],
  ['another room and a part of a path', ['apps/api', 'roles'], ['roles']],
])('when %s, a room runs what is meant', (_, filters, meant) => {
  expect(filtersFor('packages/database', filters)).toEqual(meant);
});

test('a room that is called by its last name alone is meant whole', () => {
  expect(filtersFor('apps/mock-idp', ['mock-idp'])).toEqual([]);
  expect(filtersFor('apps/api', ['mock-idp'])).toEqual(['mock-idp']);
});
