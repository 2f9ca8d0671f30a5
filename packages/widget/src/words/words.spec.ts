import { afterEach, expect, test } from 'vitest';
import { arabic } from './arabic.js';
import { english, type Words } from './english.js';
import { count, say, speak } from './index.js';

afterEach(() => speak('en', english));

const formsOf = (words: Words, name: keyof Words): string[] => {
  const said = words[name];
  return typeof said === 'string' ? [said] : Object.values(said);
};
const holes = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

test('each language says all there is, with the same names in it', () => {
  for (const name of Object.keys(english) as (keyof Words)[]) {
    const wanted = new Set(formsOf(english, name).flatMap(holes));
    for (const form of formsOf(arabic, name)) {
      expect(form.trim(), name).not.toBe('');
      // Of one or two the number may stand in the word itself.
      for (const hole of holes(form)) expect(wanted, name).toContain(hole);
      if (typeof english[name] === 'string') expect(new Set(holes(form)), name).toEqual(wanted);
    }
  }
});

test('a number takes the form that goes with it', () => {
  expect([1, 2].map((number) => count('minutesLeft', number))).toEqual(['1 minute left.', '2 minutes left.']);
  speak('ar', arabic);
  expect(count('minutesLeft', 2)).toBe('بقيت دقيقتان.');
  expect(count('minutesLeft', 3)).toContain('دقائق');
});

test('a name of the other direction stands for itself, and one of the same is left alone', () => {
  expect(say('signedInAs', { name: 'Ada Osei' })).toBe('Signed in as Ada Osei');
  expect(say('signedInAs', { name: 'مها' })).toBe('Signed in as \u2068مها\u2069');
  speak('ar', arabic);
  expect(say('signedInAs', { name: 'Ada Osei' })).toContain('\u2068Ada Osei\u2069');
});

test('what is put into a sentence is not filled itself', () => {
  expect(say('signedInAs', { name: '{name} {brand}' })).toBe('Signed in as {name} {brand}');
});
