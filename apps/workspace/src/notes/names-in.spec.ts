import { expect, test } from 'vitest';
import { namesIn } from './names-in';

const note = (text: string, ...names: string[]) => ({
  text,
  mentions: names.map((name) => ({ id: name, name })),
});

test('who was told stands out, and whoever only looks like it does not', () => {
  const parts = namesIn(note('@Theo and @Mara', 'Theo'));
  expect(parts.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(['@Theo']);
  expect(parts.map(({ text }) => text).join('')).toBe('@Theo and @Mara');
});

test('a name is taken as it is, whatever its signs mean elsewhere', () => {
  const parts = namesIn(note('Hi @A.(B)+[c]', 'A.(B)+[c]'));
  expect(parts.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(['@A.(B)+[c]']);
});
