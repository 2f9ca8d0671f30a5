import type { IdentityPanel } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { remaining, stampWords, standing } from './assurance';

const now = Date.parse('2026-11-23T14:00:00Z');
const who: IdentityPanel['who'] = {
  name: 'Ada Osei',
  nameSealed: false,
  assurance: 'verified',
  issuer: 'https://accounts.google.com',
  issuerLabel: 'accounts.google.com',
  connectionLabel: 'Code Flow by Google',
  relaxed: [],
  verifiedAt: '2026-11-23T13:41:00Z',
  holdsUntil: '2026-11-23T14:41:30Z',
  authenticatedAt: null,
  acr: null,
};

test('a verified person is named with the issuer and what is left', () => {
  expect(standing(who)).toBe('Verified by accounts.google.com');
  expect(remaining(who, now)).toBe('41 min left');
});

test('nobody reads "verified" once the proof has ended', () => {
  for (const assurance of ['stale', 'ended', 'revoked', 'anonymous'] as const) {
    expect(standing({ ...who, assurance })).not.toMatch(/^Verified/);
    expect(remaining({ ...who, assurance }, now)).toBeNull();
  }
});

test('a message says what held when it was sent', () => {
  expect(stampWords({ assurance: 'verified', issuerLabel: 'Google' })).toBe('verified by Google when sent');
  expect(stampWords({ assurance: 'anonymous', issuerLabel: null })).toBe('anonymous when sent');
});
