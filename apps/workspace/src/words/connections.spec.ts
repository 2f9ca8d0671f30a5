import { expect, test } from 'vitest';
import { wordsOf } from './languages';

const { hour, milliseconds, outcome } = wordsOf('en', 'en-GB').connections;

test('a refusal says why in a sentence, and never only a code', () => {
  expect(outcome({ outcome: 'rejected', reason: 'audience_mismatch' })).toBe(
    'Refused: `aud` is not the client of this connection.',
  );
  expect(outcome({ outcome: 'declined', reason: null })).toBe('Declined: nobody signed in.');
});

test('the last hour counts what came, refusals first', () => {
  expect(hour({ verified: 12, declined: 0, rejected: 3 })).toBe('3 refused, 12 verified in the last hour');
  expect(hour({ verified: 0, declined: 0, rejected: 0 })).toBeNull();
});

test('a duration is whole milliseconds', () => {
  expect(milliseconds(0.2)).toBe('under 1 ms');
  expect(milliseconds(1_234.6)).toBe('1,235 ms');
});
