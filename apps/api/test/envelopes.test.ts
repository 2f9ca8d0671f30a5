import { randomUUID } from 'node:crypto';
import { createEnvelopeMinter, encryptionKeyFrom } from '@countersign/brand-kit';
import type { RejectionReason } from '@countersign/claims';
import { type AttemptView, sessionView } from '@countersign/contracts';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { makeSigner, type Signer } from './house/signer.js';

let house: House;
let larkspur: Larkspur;
let page: Page;
let stranger: Signer;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [
    implicit('site'),
    implicit('sealed', { encryption: 'required' }),
    implicit('plain', { encryption: 'refused' }),
    implicit('workspace', { hostedDomain: 'larkspur.example' }),
    implicit('strict', { acrValues: ['urn:strong'] }),
    implicit('recent', { maxAgeSeconds: 300 }),
    implicit('lenient', { onRejected: 'anonymous' }),
    implicit('members', { minimum: 'verified', onRejected: 'anonymous' }),
  ]);
  page = await larkspur.page();
  stranger = await makeSigner('larkspur-1');
});
afterAll(() => house.close());

const minter = (encrypted: boolean, audience: string) =>
  createEnvelopeMinter(
    {
      issuer: ISSUER,
      audience,
      privateKey: larkspur.signer.privateJwk,
      keyId: 'larkspur-1',
      ...(encrypted ? { encryptTo: encryptionKeyFrom(`${house.url}/v1/brands/larkspur/jwks`) } : {}),
    },
    house.now,
  );

async function encrypt(signed: string, more: Record<string, unknown> = {}): Promise<string> {
  const response = await fetch(`${house.url}/v1/brands/larkspur/jwks`);
  const { keys } = (await response.json()) as { keys: JWK[] };
  const key = keys[0] as JWK;
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: key.kid as string, ...more })
    .encrypt(await importJWK(key, 'RSA-OAEP-256'));
}

test('a signed envelope by brand-kit opens a verified session', async () => {
  const attempt = await page.attempt('site');
  expect(attempt).toMatchObject({ issuer: ISSUER, clientId: larkspur.audience('site'), reason: 'first' });
  expect(attempt.codeChallenge).toBeUndefined();
  const { nonce } = attempt;
  const claims = { name: 'Ada Larch', account_number: 'LM-4711' };
  const idToken = await minter(false, attempt.clientId).mint({ subject: 'ada', nonce, claims });
  const session = (await page.prove(attempt, { idToken })).as(sessionView);
  expect(session).toMatchObject({ assurance: 'verified', displayName: 'Ada Larch', connection: 'site' });
  expect(session.attempt).toBe(attempt.attempt);
});

test('an encrypted envelope by brand-kit opens a verified session', async () => {
  const attempt = await page.attempt('sealed');
  const { nonce, clientId } = attempt;
  const idToken = await minter(true, clientId).mint({ subject: 'ada', nonce, claims: { name: 'Ada Larch' } });
  expect(idToken.split('.')).toHaveLength(5);
  expect((await page.prove(attempt, { idToken })).as(sessionView).assurance).toBe('verified');
});

test('the published encryption keys hold no private member', async () => {
  const response = await fetch(`${house.url}/v1/brands/larkspur/jwks`);
  const { keys } = (await response.json()) as { keys: JWK[] };
  const [rsa, curve] = keys;
  expect(keys).toHaveLength(2);
  expect(Object.keys(rsa ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  expect(rsa?.n?.length).toBeGreaterThanOrEqual(342);
  expect(Object.keys(curve ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  expect(curve?.crv).toBe('P-256');
});

type Claims = Record<string, unknown>;
type Wrong = {
  readonly what: string;
  readonly reason: RejectionReason;
  readonly connection?: string;
  readonly claims?: (claims: Claims) => Claims;
  readonly header?: Claims;
  readonly token?: (good: string, claims: Claims) => string | Promise<string>;
};

const seconds = () => Math.floor(house.now().getTime() / 1_000);
const withPart = (token: string, at: number, change: (part: string) => string) =>
  token
    .split('.')
    .map((part, index) => (index === at ? change(part) : part))
    .join('.');
const flip = (part: string) => `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const wrong: Wrong[] = [
  {
    what: 'for another client',
    reason: 'audience_mismatch',
    claims: (c) => ({ ...c, aud: 'another-client' }),
  },
  {
    what: 'for another connection of the same brand',
    reason: 'audience_mismatch',
    claims: (c) => ({ ...c, aud: larkspur.audience('lenient') }),
  },
  {
    what: 'that also names a stranger',
    reason: 'audience_untrusted',
    claims: (c) => ({ ...c, aud: [c['aud'], 'stranger'] }),
  },
  {
    what: 'asked for by a stranger',
    reason: 'authorized_party_mismatch',
    claims: (c) => ({ ...c, azp: 'x' }),
  },
  {
    what: 'of tomorrow',
    reason: 'token_not_yet_valid',
    claims: (c) => ({ ...c, iat: seconds() + 70, exp: seconds() + 300 }),
  },
  {
    what: 'not valid before later',
    reason: 'token_not_yet_valid',
    claims: (c) => ({ ...c, nbf: seconds() + 90 }),
  },
  { what: 'older than the attempt', reason: 'token_too_old', claims: (c) => ({ ...c, iat: seconds() - 70 }) },
  {
    what: 'that lives for two hours',
    reason: 'lifetime_too_long',
    claims: (c) => ({ ...c, exp: seconds() + 7_200 }),
  },
  { what: 'of another issuer', reason: 'issuer_mismatch', claims: (c) => ({ ...c, iss: `${ISSUER}/` }) },
  { what: 'without a nonce', reason: 'nonce_missing', claims: ({ nonce: _, ...c }) => c },
  {
    what: 'with the nonce of another attempt',
    reason: 'nonce_mismatch',
    claims: (c) => ({ ...c, nonce: 'other' }),
  },
  { what: 'without a subject', reason: 'claims_malformed', claims: ({ sub: _, ...c }) => c },
  {
    what: 'with a subject that is not ASCII',
    reason: 'subject_invalid',
    claims: (c) => ({ ...c, sub: 'adä' }),
  },
  {
    what: 'with times as text',
    reason: 'claims_malformed',
    claims: (c) => ({ ...c, exp: String(c['exp']) }),
  },
  { what: 'that is a logout token', reason: 'type_not_allowed', claims: (c) => ({ ...c, events: {} }) },
  { what: 'that is an access token', reason: 'type_not_allowed', header: { typ: 'at+jwt' } },
  { what: 'that brings its own key', reason: 'header_forbidden', header: { jwk: { kty: 'RSA' } } },
  { what: 'that points at a key', reason: 'header_forbidden', header: { jku: 'https://evil.example/keys' } },
  { what: 'by a key nobody published', reason: 'key_unknown', header: { kid: 'nobodys' } },
  {
    what: 'signed by another key of the same name',
    reason: 'signature_invalid',
    token: (_, claims) => stranger.sign(claims),
  },
  { what: 'with a forged byte', reason: 'signature_invalid', token: (good) => withPart(good, 2, flip) },
  {
    what: 'whose claims were exchanged',
    reason: 'signature_invalid',
    token: (good, claims) => withPart(good, 1, () => base64url({ ...claims, sub: 'somebody-else' })),
  },
  {
    what: 'without a signature',
    reason: 'algorithm_not_allowed',
    token: (_, claims) => `${base64url({ alg: 'none' })}.${base64url(claims)}.`,
  },
  {
    what: 'signed by the public key as a secret',
    reason: 'algorithm_not_allowed',
    token: (good) => withPart(good, 0, () => base64url({ alg: 'HS256', kid: 'larkspur-1' })),
  },
  { what: 'that is no token', reason: 'proof_malformed', token: () => 'not a token' },
  { what: 'of 20 kB', reason: 'proof_too_large', token: (good) => good + 'A'.repeat(20_000) },
  { what: 'in padded base64', reason: 'proof_malformed', token: (good) => `${good}==` },
  { what: 'that is only signed', connection: 'sealed', reason: 'encryption_required' },
  {
    what: 'that is encrypted',
    connection: 'plain',
    reason: 'encryption_refused',
    token: (good) => encrypt(good),
  },
  {
    what: 'encrypted to another key',
    connection: 'sealed',
    reason: 'decryption_failed',
    token: async (good) => withPart(await encrypt(good), 1, flip),
  },
  {
    what: 'encrypted without saying that a JWT is inside',
    connection: 'sealed',
    reason: 'type_not_allowed',
    token: (good) => encrypt(good, { cty: 'text' }),
  },
  { what: 'without the demanded domain', connection: 'workspace', reason: 'hosted_domain_mismatch' },
  { what: 'of a weaker sign-in than demanded', connection: 'strict', reason: 'authentication_class_unmet' },
  { what: 'of a sign-in that says no time', connection: 'recent', reason: 'authentication_too_old' },
];

async function presented(attempt: AttemptView, { claims, header, token }: Wrong): Promise<string> {
  const good = goodClaims(attempt, house.now());
  const made = claims ? claims(good) : good;
  const signed = await larkspur.signer.sign(made, header);
  return token ? token(signed, made) : signed;
}

test.each(wrong)('an envelope $what is $reason', async (row) => {
  const attempt = await page.attempt(row.connection ?? 'site');
  const answer = await page.prove(attempt, { idToken: await presented(attempt, row) });
  expect(answer.problem()).toMatchObject({
    code: 'proof_rejected',
    status: 401,
    title: 'We could not confirm who you are.',
    reason: row.reason,
    attempt: attempt.attempt,
  });
});

test('an envelope that has expired is token_expired', async () => {
  const attempt = await page.attempt('site');
  const idToken = await larkspur.signer.sign(goodClaims(attempt, house.now()));
  house.later({ minutes: 6, seconds: 1 });
  expect((await page.prove(attempt, { idToken })).problem().reason).toBe('token_expired');
  house.resetClock();
});

test('a code where an envelope is expected is proof_of_other_flow', async () => {
  const answer = await page.prove(await page.attempt('site'), { code: 'a-code' });
  expect(answer.problem().reason).toBe('proof_of_other_flow');
});

test('a demanded domain, class and time that are there let the consumer in', async () => {
  const more = { hd: 'larkspur.example', acr: 'urn:strong', auth_time: seconds() - 100 };
  for (const connection of ['workspace', 'strict', 'recent']) {
    const attempt = await page.attempt(connection);
    const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), ...more });
    expect((await page.prove(attempt, { idToken })).status, connection).toBe(200);
  }
});

test('a rejected proof opens an anonymous session that says why, where the connection allows it', async () => {
  const attempt = await page.attempt('lenient');
  const idToken = await stranger.sign(goodClaims(attempt, house.now()));
  const session = (await page.prove(attempt, { idToken })).as(sessionView);
  expect(session).toMatchObject({
    assurance: 'anonymous',
    displayName: null,
    holdsUntil: null,
    rejected: { reason: 'signature_invalid', attempt: attempt.attempt },
  });
});

test('a rejected proof opens nothing where only verified consumers may chat', async () => {
  const attempt = await page.attempt('members');
  const idToken = await stranger.sign(goodClaims(attempt, house.now()));
  expect((await page.prove(attempt, { idToken })).problem().code).toBe('proof_rejected');
});

test('a name of other characters and length is shown as it is', async () => {
  const name = 'Αλεξάνδρα 王秀英 ‮gnirts‬'.repeat(4);
  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, house.now()), sub: randomUUID(), name };
  const answer = await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  expect(answer.as(sessionView).displayName).toBe(name);
});
