import { expect, test } from 'vitest';
import { mentionedIn } from './mentioned-in';

const colleagues = ['Theo', 'Theo Blake', 'نور', 'O’Neil'].map((name, id) => ({ id: String(id), name }));
const named = (text: string) => mentionedIn(text, colleagues).map(({ name }) => name);

test.each([
  ['@Theo please look', ['Theo']],
  ['@Theo Blake please look', ['Theo Blake']],
  ['Ask @Theo, or @O’Neil.', ['Theo', 'O’Neil']],
  ['شكرًا @نور', ['نور']],
  ['@Theo @Theo', ['Theo']],
  ['@Theodor is a customer', []],
  ['Theo knows', []],
  ['mail theo@example.org', []],
  ['@', []],
])('in “%s” are named: %s', (text, names) => {
  expect(named(text)).toEqual(names);
});
