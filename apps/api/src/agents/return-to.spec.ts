import { expect, test } from 'vitest';
import { safeReturn } from './return-to.js';

test('a path of the workspace is kept', () => {
  expect(safeReturn('/conversations/0198-ab_c')).toBe('/conversations/0198-ab_c');
});

test.each([
  undefined,
  7,
  '',
  'conversations',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a?b=//evil.example',
  '/a#b',
  '/a\nb',
  `/${'a'.repeat(300)}`,
])('%s leads to the start', (path) => {
  expect(safeReturn(path)).toBe('/');
});
