import { expect, test } from 'vitest';
import { characters } from './characters.js';

test.each([
  [1, '1 character'],
  [0, '0 characters'],
  [2, '2 characters'],
  [8001, '8,001 characters'],
])('%i is written as "%s"', (count, text) => {
  expect(characters(count)).toBe(text);
});
