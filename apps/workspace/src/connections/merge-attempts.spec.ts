import type { AttemptPage } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { appendOlder, mergeLatest } from './merge-attempts';

const page = (ids: readonly string[], next: string | null = null) =>
  ({ attempts: ids.map((id) => ({ id })), next }) as unknown as AttemptPage;
const ids = ({ attempts, next }: AttemptPage) => [attempts.map(({ id }) => id).join(''), next];

test('new attempts come on top of those that are shown', () => {
  expect(ids(mergeLatest(page(['c', 'b'], 'b'), page(['d', 'c'], 'c')))).toEqual(['dcb', 'b']);
});

test('what was loaded by hand stays below, and so does the way further back', () => {
  const shown = appendOlder(page(['d', 'c'], 'c'), page(['b', 'a']));
  expect(ids(mergeLatest(shown, page(['e', 'd'], 'd')))).toEqual(['edcba', null]);
});

test('a flood that leaves a gap begins the list anew', () => {
  expect(ids(mergeLatest(page(['b', 'a']), page(['z', 'y'], 'y')))).toEqual(['zy', 'y']);
});

test('one that was swept meanwhile is not kept alive', () => {
  expect(ids(mergeLatest(page(['c', 'b', 'a']), page(['d', 'b'])))).toEqual(['dba', null]);
});

test('the first page is shown as it comes', () => {
  expect(ids(mergeLatest(null, page(['b', 'a'], 'a')))).toEqual(['ba', 'a']);
});
