import { describe, expect, test } from 'vitest';
import { honest, nowSeconds, openLarkspur, policy, sealed } from '../../test/honest.js';
import type { Given } from '../../test/judge-token.js';
import { judgeToken } from '../../test/judge-token.js';
import { type Change, forge, type Members } from '../attacks/index.js';
import { byStranger, nothing } from '../attacks/signers.js';
import { checks } from '../checks/index.js';
import { linesOf } from '../checks/list.js';
import { PROOF_LIMIT_BYTES, size } from '../checks/size.js';

const larkspur = await openLarkspur();
const outcomeOf = async (claims: Members, given?: Given): Promise<string> => {
  const token = await forge({ ...honest, claims: { ...honest.claims, ...claims } }, larkspur);
  const { verdict } = await judgeToken(token, larkspur, given);
  return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
};

describe('at the edge of what is allowed', () => {
  test.each([
    ['exp 59 seconds ago is within the skew', { iat: nowSeconds - 60, exp: nowSeconds - 59 }, 'verified'],
    ['exp 60 seconds ago is not', { iat: nowSeconds - 61, exp: nowSeconds - 60 }, 'token_expired'],
    ['iat 60 seconds ahead is within the skew', { iat: nowSeconds + 60 }, 'verified'],
    ['iat 61 seconds ahead is not', { iat: nowSeconds + 61 }, 'token_not_yet_valid'],
    ['iat 60 seconds before the attempt is fresh', { iat: nowSeconds - 60 }, 'verified'],
    ['iat 61 seconds before the attempt is not', { iat: nowSeconds - 61 }, 'token_too_old'],
    ['nbf 60 seconds ahead is within the skew', { nbf: nowSeconds + 60 }, 'verified'],
    ['nbf 61 seconds ahead is not', { nbf: nowSeconds + 61 }, 'token_not_yet_valid'],
    ['an hour is short enough', { exp: nowSeconds + 3_600 }, 'verified'],
    ['an hour and a second is not', { exp: nowSeconds + 3_601 }, 'lifetime_too_long'],
    ['a lifetime of a second is a lifetime', { exp: nowSeconds + 1 }, 'verified'],
    ['a subject of one character is a subject', { sub: 'a' }, 'verified'],
    ['a subject of 255 characters is', { sub: 'a'.repeat(255) }, 'verified'],
    ['an audience in a list of one is', { aud: [honest.claims.aud] }, 'verified'],
    ['a claim nobody knows does no harm', { favourite_colour: 'teal' }, 'verified'],
  ])('%s', async (_, claims, expected) => expect(await outcomeOf(claims)).toBe(expected));
});

describe('at the edge of what a token may be', () => {
  const outcomeWith = async (change: Change, given?: Given): Promise<string> => {
    const { verdict } = await judgeToken(
      await forge(given ? sealed : honest, larkspur, change),
      larkspur,
      given,
    );
    return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
  };
  /** A ballast that makes the finished token as long as is wished: three bytes of it are four characters. */
  const filled = async (length: number): Promise<Change> => {
    const bare = (await forge(honest, larkspur, { claims: (claims) => ({ ...claims, ballast: '' }) })).length;
    const ballast = 'x'.repeat(Math.floor(((length - bare) * 3) / 4));
    return { claims: (claims) => ({ ...claims, ballast }) };
  };

  test('16 KiB are read, and one character more is not', async () => {
    expect(await size.run({ token: 'x'.repeat(PROOF_LIMIT_BYTES) })).toBeUndefined();
    const change = await filled(PROOF_LIMIT_BYTES);
    const length = (await forge(honest, larkspur, change)).length;
    expect(PROOF_LIMIT_BYTES - length).toBeLessThan(3);
    expect(await outcomeWith(change)).toBe('verified');
    expect(await outcomeWith(await filled(PROOF_LIMIT_BYTES + 4))).toBe('proof_too_large');
  });

  test.each([
    ['a header that says no type', { typ: undefined }, 'verified'],
    ['a type in small letters', { typ: 'jwt' }, 'verified'],
    ['a member of the header nobody knows', { note: 'of the issuer' }, 'verified'],
    ['a thumbprint of a certificate', { x5t: 'AAAA' }, 'verified'],
    ['a type of another kind', { typ: 'JWS' }, 'type_not_allowed'],
    ['an empty list of extensions', { crit: [] }, 'header_forbidden'],
  ])('%s', async (_, added, expected) =>
    expect(await outcomeWith({ header: (header) => ({ ...header, ...added }) })).toBe(expected),
  );

  test.each([
    ['content in small letters', { cty: 'jwt' }, 'verified'],
    ['an envelope that repeats the issuer', { iss: policy.issuer.url }, 'verified'],
    ['an envelope that repeats another', { iss: `${policy.issuer.url}/` }, 'claims_malformed'],
  ])('%s', async (_, added, expected) => {
    const change: Change = { outer: (outer) => ({ ...outer, ...added }) };
    expect(await outcomeWith(change, { demands: { encryption: 'required' } })).toBe(expected);
  });
});

describe('what a connection may add', () => {
  test('an alias of the issuer counts, and the person is kept under the canonical spelling', async () => {
    const issuer = { url: 'https://accounts.google.com', aliases: ['accounts.google.com'] };
    const claims = { ...honest.claims, iss: 'accounts.google.com' };
    const token = await forge({ ...honest, claims }, larkspur);
    const { verdict } = await judgeToken(token, larkspur, { demands: { issuer } });
    expect(verdict).toMatchObject({ person: { issuer: 'https://accounts.google.com' } });
  });

  test('a listed authorized party may have asked for the token', async () => {
    const demands = { authorizedParties: ['the-app'] };
    expect(await outcomeOf({ azp: 'the-app' }, { demands })).toBe('verified');
  });

  test('one of several classes of sign-in is enough', async () => {
    expect(await outcomeOf({ acr: 'b' }, { demands: { acrValues: ['a', 'b'] } })).toBe('verified');
  });

  test('a sign-in as old as allowed, and the skew, is recent enough', async () => {
    const demands = { maxAgeSeconds: 300 };
    expect(await outcomeOf({ auth_time: nowSeconds - 360 }, { demands })).toBe('verified');
    expect(await outcomeOf({ auth_time: nowSeconds - 361 }, { demands })).toBe('authentication_too_old');
    expect(await outcomeOf({ auth_time: nowSeconds + 60 }, { demands })).toBe('verified');
    expect(await outcomeOf({ auth_time: nowSeconds + 61 }, { demands })).toBe('token_not_yet_valid');
  });
});

describe('a trace', () => {
  test('names every step once, in the order of the standard, whatever the outcome', async () => {
    const order = linesOf(checks).map(({ name }) => name);
    const changes: Change[] = [{}, { signWith: nothing }, { finished: () => '' }];
    for (const attack of changes) {
      const made = await judgeToken(await forge(honest, larkspur, attack), larkspur);
      expect(made.steps.map(({ check }) => check)).toEqual(order);
    }
  });

  test('stops at the first failure: what follows is skipped', async () => {
    const { steps: made } = await judgeToken(
      await forge(honest, larkspur, { signWith: byStranger }),
      larkspur,
    );
    const outcomes = made.map(({ outcome }) => outcome);
    const failure = outcomes.indexOf('failed');
    expect(outcomes.slice(failure + 1)).toEqual(outcomes.slice(failure + 1).map(() => 'skipped'));
  });

  test('holds no nonce, no subject and no token', async () => {
    const secret = { sub: 'subject-marker', nonce: 'nonce-marker', email: 'email-marker@mail.example' };
    const token = await forge({ ...honest, claims: { ...honest.claims, ...secret } }, larkspur);
    const { steps: made } = await judgeToken(token, larkspur);
    expect(JSON.stringify(made)).not.toMatch(/marker/);
    expect(JSON.stringify(made)).not.toContain(token.slice(0, 20));
  });
});
