import { CompactEncrypt, importJWK, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from './house/answer.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { ScriptedProvider } from './house/provider.js';
import { makeSigner, type Signer } from './house/signer.js';

let house: House;
let provider: ScriptedProvider;
let curve: Signer;
let larkspur: Larkspur;

beforeAll(async () => {
  [house, provider, curve] = await Promise.all([
    openHouse(),
    ScriptedProvider.start(),
    makeSigner('curve-1', 'ES256'),
  ]);
  provider.publish(curve);
  const lent = implicit('lent', { issuer: provider.url, mode: 'liveperson', algorithms: ['ES256'] });
  larkspur = await makeLarkspur(house, [lent], {
    issuers: [{ url: provider.url, label: 'Respelled' }],
  });
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});

/** Bound to no browser, and without an id: only what was signed tells it from another. */
function envelope(): Promise<string> {
  const attempt = { clientId: larkspur.audience('lent'), nonce: '' };
  const { nonce: _, jti: __, ...claims } = goodClaims(attempt, house.now(), provider.url);
  return curve.sign({ ...claims, sub: crypto.randomUUID() });
}

async function proveElsewhere(idToken: string): Promise<Answer> {
  const page = await larkspur.page();
  return page.prove(await page.attempt('lent'), { idToken });
}

/** The order of the group of P-256 (secp256r1 in SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other signature that verifies as well: (r, n − s) for (r, s). */
function twinOf(token: string): string {
  const [header, payload, signature = ''] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const other = ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const twin = Buffer.concat([
    bytes.subarray(0, 32),
    Buffer.from(other.toString(16).padStart(64, '0'), 'hex'),
  ]);
  return `${header}.${payload}.${twin.toString('base64url')}`;
}

async function sealedAnew(token: string): Promise<string> {
  const response = await fetch(`${house.url}/v1/brands/larkspur/jwks`);
  const { keys } = (await response.json()) as JSONWebKeySet;
  const jwk = keys.find(({ alg }) => alg === 'RSA-OAEP-256') ?? {};
  const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: jwk.kid ?? '' };
  return new CompactEncrypt(Buffer.from(token))
    .setProtectedHeader(header)
    .encrypt(await importJWK(jwk, 'RSA-OAEP-256'));
}

test.each([
  ['the twin of its signature', async (token: string) => twinOf(token)],
  ['the same sealed anew by whoever copied it', sealedAnew],
])(
  'an envelope is one proof however it is dressed: %s is proof_replayed in another browser',
  async (_, dress) => {
    const token = await envelope();
    const dressed = await dress(token);
    expect(dressed).not.toBe(token);
    expect((await proveElsewhere(token)).status).toBe(200);
    expect((await proveElsewhere(dressed)).problem().reason).toBe('proof_replayed');
  },
);

test.each([
  ['the twin of its signature', async (token: string) => twinOf(token)],
  ['the same sealed anew', sealedAnew],
])('what comes first owns the proof, also where it is %s', async (_, dress) => {
  const token = await envelope();
  expect((await proveElsewhere(await dress(token))).status).toBe(200);
  expect((await proveElsewhere(token)).problem().reason).toBe('proof_replayed');
});
