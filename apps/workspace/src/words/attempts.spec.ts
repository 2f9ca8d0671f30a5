import type { ConnectionHealth } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { condition, hourWords, milliseconds, outcomeWords } from './attempts';

const latest = (outcome: 'verified' | 'rejected') => ({ outcome }) as ConnectionHealth['latest'];
const health = (
  hour: Partial<ConnectionHealth['hour']>,
  last: ConnectionHealth['latest'] = latest('verified'),
) => ({
  latest: last,
  hour: { verified: 0, declined: 0, rejected: 0, ...hour },
  today: { rejected: 0, dropped: 0 },
});

test('a refusal says why in a sentence, and never only a code', () => {
  expect(outcomeWords({ outcome: 'rejected', reason: 'audience_mismatch' })).toBe(
    'Refused: `aud` is not the client of this connection.',
  );
  expect(outcomeWords({ outcome: 'declined', reason: null })).toBe('Declined: nobody signed in.');
});

test('the last hour counts what came, refusals first', () => {
  expect(hourWords(health({ verified: 12, rejected: 3 }))).toBe('3 refused, 12 verified in the last hour');
  expect(hourWords(health({}))).toBeNull();
});

test('a connection that only refuses is broken, one that sometimes does is not', () => {
  expect(condition(health({}, null))).toBe('silent');
  expect(condition(health({ rejected: 2 }))).toBe('broken');
  expect(condition(health({ rejected: 2, verified: 1 }))).toBe('mixed');
  expect(condition(health({ verified: 1 }))).toBe('well');
  expect(condition(health({}, latest('rejected')))).toBe('mixed');
});

test('a duration is whole milliseconds', () => {
  expect(milliseconds(0.2)).toBe('under 1 ms');
  expect(milliseconds(1_234.6)).toBe('1,235 ms');
});
