import { describe, expect, test } from 'vitest';
import { admits, assuranceAt, isVerified, type SessionTimes } from './assurance.js';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const proven: SessionTimes = {
  verifiedAt: at('12:00:00.000'),
  holdsUntil: at('13:00:00.000'),
  endedAt: null,
  endReason: null,
};

describe('a proof that holds for an hour', () => {
  test.each([
    ['12:00:00.000', 'verified'],
    ['12:47:59.999', 'verified'],
    ['12:48:00.000', 'due'],
    ['12:59:59.999', 'due'],
    ['13:00:00.000', 'stale'],
    ['13:09:59.999', 'stale'],
    ['13:10:00.000', 'ended'],
    ['23:00:00.000', 'ended'],
  ])('is at %s %s', (time, assurance) => expect(assuranceAt(proven, at(time))).toBe(assurance));
});

test('somebody without a proof is anonymous at any time', () => {
  const nobody = { ...proven, verifiedAt: null, holdsUntil: null };
  expect(assuranceAt(nobody, at('12:00:00.000'))).toBe('anonymous');
  expect(assuranceAt(nobody, at('23:00:00.000'))).toBe('anonymous');
});

test('an end outweighs a proof that would still hold', () => {
  const ended = { ...proven, endedAt: at('12:05:00.000') };
  expect(assuranceAt({ ...ended, endReason: 'signed_out' }, at('12:06:00.000'))).toBe('ended');
  expect(assuranceAt({ ...ended, endReason: 'revoked' }, at('12:06:00.000'))).toBe('revoked');
});

test('only who is verified, or due to prove it again, counts as proven', () => {
  const all = ['anonymous', 'verified', 'due', 'stale', 'ended', 'revoked'] as const;
  expect(all.filter(isVerified)).toEqual(['verified', 'due']);
  expect(all.filter((one) => admits('verified', one))).toEqual(['verified', 'due']);
});
