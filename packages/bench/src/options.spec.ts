import { expect, test } from 'vitest';
import { readOptions, SUITES } from './options.js';

test('all parts run where none is named', () => {
  expect(readOptions(['verify'])).toEqual({ json: undefined, quick: false, parts: SUITES.verify });
  expect(readOptions(['mock-idp']).parts).toEqual(SUITES['mock-idp']);
});

test('a part can be run alone', () => {
  const options = readOptions(['verify', '--quick', '--part', 'memory', '--json', 'figures.json']);
  expect(options).toEqual({ json: 'figures.json', quick: true, parts: ['memory'] });
});

test.each([
  [[], 'npm run bench -- verify'],
  [['everything'], 'npm run bench -- verify'],
  [['verify', '--part', 'speed'], 'There is no part speed'],
  [['mock-idp', '--part', 'signed'], 'There is no part signed'],
])('%j is answered with what can be typed', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
