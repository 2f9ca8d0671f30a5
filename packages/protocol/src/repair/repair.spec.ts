import { type RejectionReason, rejectionReasonNames } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { attempt, honest, now, nowSeconds, policy } from '../../test/honest.js';
import type { Circumstances, Surroundings } from './circumstances.js';
import { repairFor } from './repair.js';

type Told = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly around?: Surroundings;
  readonly flow?: 'code';
  readonly audience?: string;
};

const hintOf = (reason: RejectionReason, { claims, header, around = {}, ...demands }: Told = {}): string => {
  const circumstances: Circumstances = {
    reason,
    policy: { ...policy, ...demands },
    now,
    attempt,
    token: { headers: [{ ...honest.header, ...header }], claims: { ...honest.claims, ...claims } },
    around,
  };
  return repairFor(circumstances);
};

test('every reason there is has a hint, also where nothing else is known', () => {
  for (const reason of rejectionReasonNames)
    expect(repairFor({ reason, policy, now, around: {} }), reason).toMatch(/^\S.+\.$/);
});

describe('an audience', () => {
  const code = { flow: 'code', audience: 'the-chat' } as const;

  test('that is the login client of the brand’s site is told from any other client', () => {
    const around = { loginClientIds: ['the-shop'] };
    expect(hintOf('audience_mismatch', { ...code, around, claims: { aud: 'the-shop' } })).toBe(
      '`aud` is the brand site’s client id; put the chat client’s id here: `the-chat`.',
    );
    expect(hintOf('audience_mismatch', { ...code, around, claims: { aud: 'stranger' } })).toBe(
      '`aud` is another client’s; put the chat client’s id here: `the-chat`.',
    );
  });

  test('of another connection is told by the name of that connection', () => {
    const around = {
      otherConnections: [{ key: 'sealed', audience: 'https://chat.example/connections/2', issuer: '' }],
    };
    expect(
      hintOf('audience_mismatch', { around, claims: { aud: 'https://chat.example/connections/2' } }),
    ).toContain('the audience of the connection `sealed`, and this is `site`');
  });

  test.each([
    ['that is the issuer', policy.issuer.url, 'the issuer itself'],
    ['with a slash at the end', `${policy.audience}/`, 'a slash at the end'],
    ['that is the service and not the connection', 'https://chat.example', 'not of the connection'],
  ])('%s is told as that', (_, aud, words) =>
    expect(hintOf('audience_mismatch', { claims: { aud } })).toContain(words),
  );
});

describe('an issuer', () => {
  test.each([
    ['https://id.larkspur.example/', 'has a slash at the end'],
    ['http://id.larkspur.example', 'differs in `http` and `https`'],
    ['https://id.Larkspur.example', 'differs in capital letters'],
    ['id.larkspur.example', 'lacks the scheme'],
    ['https://id.larkspur.example:8443', 'has another port'],
    ['https://id.larkspur.example/eu', 'has another path'],
    ['https://elsewhere.example', 'the token is of `https://elsewhere.example`'],
  ])('%s: what differs is named', (iss, words) =>
    expect(hintOf('issuer_mismatch', { claims: { iss } })).toContain(words),
  );

  test('of another connection of the brand is told by its name', () => {
    const around = {
      otherConnections: [{ key: 'google', audience: '', issuer: 'https://accounts.google.com' }],
    };
    expect(hintOf('issuer_mismatch', { around, claims: { iss: 'https://accounts.google.com' } })).toContain(
      'the issuer of the connection `google`',
    );
  });
});

describe('a clock', () => {
  test('that runs ahead is told by how much', () => {
    expect(hintOf('token_not_yet_valid', { claims: { iat: nowSeconds + 312 } })).toContain(
      'is 312 seconds (about 5 minutes) ahead of this service’s, by `iat`',
    );
  });

  test('that runs behind is certain when the token carries this attempt’s nonce', () => {
    const slow = { iat: nowSeconds - 600, exp: nowSeconds - 300 };
    for (const reason of ['token_expired', 'token_too_old'] as const)
      expect(hintOf(reason, { claims: slow })).toContain('is at least 600 seconds (about 10 minutes) behind');
  });

  test('is not blamed alone for a token that may have been kept', () => {
    const kept = { iat: nowSeconds - 600, exp: nowSeconds - 300, nonce: 'of-an-earlier-attempt' };
    expect(hintOf('token_expired', { claims: kept })).toMatch(
      /^It ended 300 seconds \(about 5 minutes\) ago, after 300 seconds/,
    );
    expect(hintOf('token_too_old', { claims: kept })).toContain(
      '600 seconds (about 10 minutes) before the attempt began',
    );
  });

  test.each([
    ['in milliseconds', { exp: nowSeconds * 1_000 }, '`exp` is in milliseconds'],
    ['as text', { iat: String(nowSeconds) }, '`iat` is text'],
  ])('given %s is told as that', (_, claims, words) =>
    expect(hintOf('claims_malformed', { claims })).toContain(words),
  );
});

describe('a key', () => {
  const by = (signer: Surroundings['signer'], reason: RejectionReason = 'key_unknown') =>
    hintOf(reason, { around: { signer } });

  test('that is published under another `kid` is named', () => {
    expect(by({ kind: 'published', keyId: 'rsa-2' })).toContain(
      'the published key `rsa-2` made it. Put that into the header’s `kid` instead of `rsa-1`.',
    );
  });

  test('that was published before is told, and since when it is not', () => {
    expect(by({ kind: 'former', keyId: 'larkspur-0', lastSeen: now })).toMatch(
      /A former key .+ `larkspur-0`.+ last verified a proof at 2026-11-23 12:00 UTC/,
    );
  });

  test('that was replaced under its own `kid` is told as that', () => {
    expect(by({ kind: 'former', keyId: 'rsa-1', lastSeen: now }, 'signature_invalid')).toContain(
      'replaced under the same `kid`',
    );
  });

  test('of nobody is told with the keys there are', () => {
    expect(by({ kind: 'nobody', published: ['a', 'b'] })).toContain('(now: `a`, `b`)');
  });

  test.each([
    ['HS256', 'a shared secret'],
    ['none', 'not signed at all'],
    ['ES256', 'the connection allows `RS256`'],
  ])('and the algorithm %s: what it means is said', (alg, words) =>
    expect(hintOf('algorithm_not_allowed', { header: { alg } })).toContain(words),
  );
});

describe('an envelope', () => {
  const around = { encryptionKeys: { url: 'https://chat.example/v1/brands/larkspur/jwks', ids: ['seal-1'] } };

  test('that is missing: where the key is, and in which order', () => {
    expect(hintOf('encryption_required', { around })).toMatch(
      /Sign it first, then encrypt it to .+larkspur\/jwks`, `kid` `seal-1`/,
    );
  });

  test('for a key the service does not have is told by its `kid`', () => {
    expect(hintOf('decryption_failed', { around, header: { kid: 'old' } })).toContain('encrypted to `old`');
  });
});

test('what somebody wrote into a token cannot reorder, break or flood the hint', () => {
  const iss = `\`https://evil.example\u202e${'x'.repeat(10_000)}`;
  const hint = hintOf('issuer_mismatch', { claims: { iss } });
  expect(hint).toContain('`U+0060https://evil.exampleU+202Exxx');
  expect(hint.length).toBeLessThan(400);
  expect(hint.split('`')).toHaveLength(5);
});
