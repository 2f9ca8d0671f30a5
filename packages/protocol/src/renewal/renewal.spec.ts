import { expect, test } from 'vitest';
import { now, nowSeconds, openLarkspur, policy, world } from '../../test/honest.js';
import type { Members } from '../attacks/index.js';
import { forge } from '../attacks/index.js';
import { renewableUntil } from './limits.js';
import { verifyRenewal } from './verify-renewal.js';

const larkspur = await openLarkspur();
const signedInAt = nowSeconds - 3_600;
const before = {
  subject: 'ada-0042',
  nonce: 'nonce-of-the-first',
  authenticatedAt: new Date(signedInAt * 1_000),
};
const header = { alg: 'RS256', kid: 'rsa-1', typ: 'JWT' };
const claims: Members = {
  iss: world.issuer,
  sub: 'ada-0042',
  aud: world.audience,
  iat: nowSeconds,
  exp: nowSeconds + 300,
};

async function outcomeOf(changed: Members, demands: object = {}): Promise<string> {
  const { verdict } = await verifyRenewal({
    token: await forge({ header, claims: { ...claims, ...changed } }, larkspur),
    policy: { ...policy, ...demands },
    keys: larkspur.published,
    before,
    askedAt: now,
    now,
  });
  return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
}

test.each<[string, Members, string]>([
  ['no nonce', {}, 'verified'],
  ['the nonce of the first', { nonce: 'nonce-of-the-first' }, 'verified'],
  ['another nonce', { nonce: 'another' }, 'nonce_mismatch'],
  ['another person', { sub: 'ben-0007' }, 'refresh_refused'],
  ['another issuer', { iss: 'https://id.juniper.example' }, 'issuer_mismatch'],
  ['another client', { aud: 'the-shop' }, 'audience_mismatch'],
  ['the same sign-in', { auth_time: signedInAt }, 'verified'],
  ['another sign-in', { auth_time: signedInAt + 60 }, 'refresh_refused'],
  ['a time before it was asked', { iat: nowSeconds - 61 }, 'token_too_old'],
  ['a time that is over', { iat: nowSeconds - 61, exp: nowSeconds - 60 }, 'token_expired'],
])('a renewed token with %s', async (_, changed, expected) =>
  expect(await outcomeOf(changed)).toBe(expected),
);

test('what the renewed token does not say of the sign-in is what the first one said', async () => {
  expect(await outcomeOf({}, { maxAgeSeconds: 3_600 })).toBe('verified');
  expect(await outcomeOf({}, { maxAgeSeconds: 3_000 })).toBe('authentication_too_old');
  expect(await outcomeOf({}, { acrValues: ['2'] })).toBe('verified');
  expect(await outcomeOf({ acr: '1' }, { acrValues: ['2'] })).toBe('authentication_class_unmet');
});

test('the service renews by itself for twelve hours after the host proved the consumer', () => {
  expect(renewableUntil(now).getTime() - now.getTime()).toBe(12 * 3_600_000);
});
