import { expect, test } from 'vitest';
import { cut, segments } from './visible';

test('a right-to-left override is drawn by its name', () => {
  expect(segments('a\u202eb')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'mark', text: 'U+202E' },
    { kind: 'text', text: 'b' },
  ]);
});

test.each([
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2066',
  '\u00ad',
  '\u0000',
  '\u{e0041}',
  '\u3164',
  '\n',
  '\ud800',
])('a character nobody sees is a mark (%j)', (character) => {
  expect(segments(character).map(({ kind }) => kind)).toEqual(['mark']);
});

test('letters of any script stay as they are', () => {
  const name = 'Ngũgĩ 山田 أحمد ✔ 🔒';
  expect(segments(name)).toEqual([{ kind: 'text', text: name }]);
});

test('a cut never splits a character', () => {
  expect(cut('🔒🔒🔒', 2)).toEqual({ text: '🔒🔒', more: 1 });
});
