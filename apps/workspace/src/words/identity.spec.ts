import type { IdentityPanel } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { wordsOf } from './languages';

const { formats, identity } = wordsOf('en', 'en-GB');
const { stamp, standing, vouchedBy } = identity;

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

test('a verified person is named with the issuer', () => {
  expect(standing(who)).toBe('Verified by accounts.google.com');
});

test('nobody reads "verified" once the proof has ended', () => {
  for (const assurance of ['stale', 'ended', 'revoked', 'anonymous'] as const) {
    expect(standing({ ...who, assurance })).not.toMatch(/^Verified/);
  }
});

test('a message says what held when it was sent', () => {
  expect(stamp({ assurance: 'verified', issuerLabel: 'Google' })).toBe('verified by Google when sent');
  expect(stamp({ assurance: 'anonymous', issuerLabel: null })).toBe('anonymous when sent');
});

const at = '2026-11-23T14:00:00Z';

test('a pushed fact names the brand’s server', () => {
  expect(vouchedBy({ source: 'brand_server', issuerLabel: 'Larkspur', at })).toBe('by Larkspur’s server');
});

test('a claim of a token names the issuer', () => {
  expect(vouchedBy({ source: 'id_token', issuerLabel: 'Google', at })).toBe('by Google');
});

test('a size is told in a unit that fits', () => {
  expect(formats.size(1)).toBe('1 kB');
  expect(formats.size(345_678)).toBe('338 kB');
  expect(formats.size(10 * 1_024 * 1_024)).toBe('10 MB');
  expect(formats.size(2_516_582)).toBe('2.4 MB');
});
