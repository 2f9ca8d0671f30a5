import { expect, test } from 'vitest';
import { readOptions } from './lighthouse.js';

test('without a word both parts of Lighthouse are measured five times', () => {
  expect(readOptions([])).toEqual({ parts: ['widget', 'pages'], rounds: 5 });
  expect(readOptions(['--part', 'pages', '--rounds', '1'])).toEqual({ parts: ['pages'], rounds: 1 });
});

test('a part or a number of rounds that there is not is named, with what there is', () => {
  expect(() => readOptions(['--part', 'lobby'])).toThrow('There is no part lobby. Known: widget, pages.');
  expect(() => readOptions(['--rounds', 'few'])).toThrow('a whole number from 1, not few');
});
