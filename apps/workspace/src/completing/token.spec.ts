import { describe, expect, test } from 'vitest';
import { completed, matches, tokenAt } from './token';

describe('what is being typed', () => {
  test.each([
    ['@Th', { sign: '@', query: 'Th', from: 0 }],
    ['Ask @', { sign: '@', query: '', from: 4 }],
    ['/', { sign: '/', query: '', from: 0 }],
    ['Hello\n/re', { sign: '/', query: 're', from: 6 }],
    ['Hello /re', { sign: '/', query: 're', from: 6 }],
    ['@نو', { sign: '@', query: 'نو', from: 0 }],
  ])('“%s” can be completed', (text, token) => {
    expect(tokenAt(text, text.length)).toEqual(token);
  });

  test.each(['and/or', '5 / ', '5 /', 'ada@example.org', '@Theo ', 'https://', ''])(
    '“%s” is only text',
    (text) => {
      expect(tokenAt(text, text.length)).toBeNull();
    },
  );

  test('ends where the caret stands', () => {
    expect(tokenAt('@Theo knows', 3)).toEqual({ sign: '@', query: 'Th', from: 0 });
  });
});

test('what is chosen takes its place, and what stood after it stays', () => {
  const token = { sign: '@', query: 'Th', from: 4 } as const;
  expect(completed('Ask @Th about it', token, '@Theo')).toEqual({ text: 'Ask @Theo about it', caret: 10 });
  expect(completed('Ask @Th', token, '@Theo')).toEqual({ text: 'Ask @Theo ', caret: 10 });
});

test.each([
  ['Refund of a month', 'ref', true],
  ['Refund of a month', 'month ref', true],
  ['Élodie', 'elo', true],
  ['Refund', 'bill', false],
])('“%s” matches “%s”: %s', (text, query, expected) => {
  expect(matches(text, query)).toBe(expected);
});
