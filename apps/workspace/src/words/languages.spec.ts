import { expect, test } from 'vitest';
import { languages, tongueFor, wordsOf } from './languages';

/** Every way through a dictionary, by name. */
const paths = (part: unknown, at = ''): string[] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([key, value]) => paths(value, `${at}/${key}`))
    : [at];

const sentences = (part: unknown): string[] =>
  typeof part === 'object' && part !== null
    ? Object.values(part).flatMap(sentences)
    : typeof part === 'string'
      ? [part]
      : [];

test('what stands in one language stands in every one', () => {
  const english = paths(wordsOf('en')).toSorted();
  for (const language of languages) expect(paths(wordsOf(language)).toSorted()).toEqual(english);
});

test('no sentence of Arabic is left in English', () => {
  const left = sentences(wordsOf('ar')).filter(
    (text) => /\p{L}/u.test(text) && !/\p{Script=Arabic}/u.test(text),
  );
  expect(left).toEqual([]);
});

test('the browser’s language is spoken until somebody chooses', () => {
  expect(tongueFor({ chosen: undefined, accepted: 'de-DE,ar;q=0.8,en;q=0.5' })).toEqual({
    language: 'ar',
    locale: 'ar',
  });
  expect(tongueFor({ chosen: 'en', accepted: 'ar-EG' })).toEqual({ language: 'en', locale: 'en-GB' });
  expect(tongueFor({ chosen: 'tlh', accepted: '' })).toEqual({ language: 'en', locale: 'en-GB' });
});

test('dates and numbers follow the region the browser names', () => {
  expect(tongueFor({ chosen: 'en', accepted: 'en-US,en;q=0.9' }).locale).toBe('en-US');
  expect(tongueFor({ chosen: 'ar', accepted: 'en-US,ar-EG;q=0.9' }).locale).toBe('ar-EG');
  expect(tongueFor({ chosen: undefined, accepted: 'en-x;q=a,*;q=0.1,<script>' }).locale).toBe('en-GB');
});

test('a language counts in all the forms its grammar has', () => {
  const { waiting } = wordsOf('ar').conversation.nothing;
  expect([1, 2, 3, 11, 100].map(waiting)).toEqual([
    'شخص واحد ينتظر',
    'شخصان ينتظران',
    '3 أشخاص ينتظرون',
    '11 شخصًا ينتظرون',
    '100 شخص ينتظرون',
  ]);
  expect([1, 2].map(wordsOf('en').conversation.nothing.waiting)).toEqual([
    'One person is waiting',
    '2 people are waiting',
  ]);
});

test('a name keeps its direction to itself within a sentence of the other', () => {
  expect(wordsOf('ar').queue.withAgent('Noor')).toContain('\u2068Noor\u2069');
  const taken = { kind: 'taken', by: 'No\u202eor' } as const;
  expect(wordsOf('ar').identity.happened(taken)).not.toContain('\u202e');
  expect(wordsOf('en').identity.happened(taken)).toBe('NoU+202Eor took the conversation');
});
