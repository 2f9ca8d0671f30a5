import { expect, test } from 'vitest';
import { wordsOf } from '../words/languages';
import { contrastOn } from './contrast';

test.each([
  ['#000000', 'white'],
  ['#ffe600', 'black'],
])('words on %s are %s', (accent, ink) => {
  expect(contrastOn(accent)?.ink).toBe(ink);
});

test('words on any accent can be read', () => {
  for (const accent of ['#777777', '#3f3fae', '#ff0000', '#00ff00'])
    expect(contrastOn(accent)?.ratio).toBeGreaterThanOrEqual(4.5);
});

test('an accent that is written otherwise has no contrast yet', () => {
  expect(contrastOn('green')).toBeUndefined();
});

test('a contrast is told with one decimal', () => {
  expect(wordsOf('en').brand.look.contrast('white', 21)).toBe(
    'Words on it are white: 21.0 to 1, of at least 4.5.',
  );
});
