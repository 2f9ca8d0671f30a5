import { expect, test } from 'vitest';
import { PARTS, readOptions } from './options.js';

test('all parts run where none is named', () => {
  expect(readOptions(['verify'])).toEqual({ json: undefined, quick: false, parts: PARTS });
});

test('a part can be run alone', () => {
  const options = readOptions(['verify', '--quick', '--part', 'memory', '--json', 'figures.json']);
  expect(options).toEqual({ json: 'figures.json', quick: true, parts: ['memory'] });
});

test.each([
  [[], 'npm run bench -- verify'],
  [['everything'], 'npm run bench -- verify'],
  [['verify', '--part', 'speed'], 'There is no part speed'],
])('%j is answered with what can be typed', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
