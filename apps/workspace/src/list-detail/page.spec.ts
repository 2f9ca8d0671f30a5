import { expect, test } from 'vitest';
import { appendOlder, mergeLatest, type Page } from './page';

const page = (ids: readonly string[], next: string | null = null): Page<{ id: string }> => ({
  items: ids.map((id) => ({ id })),
  next,
});
const ids = ({ items, next }: Page<{ id: string }>) => [items.map(({ id }) => id).join(''), next];

test('new ones come on top of those that are shown', () => {
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

test('the way further back is that of the latest page where nothing older is shown', () => {
  expect(ids(mergeLatest(page(['b', 'a']), page(['c', 'b', 'a'], 'a')))).toEqual(['cba', 'a']);
});

test('the first page is shown as it comes', () => {
  expect(ids(mergeLatest(null, page(['b', 'a'], 'a')))).toEqual(['ba', 'a']);
});
