import { constants, createPrivateKey, generateKeyPairSync, type SignKeyObjectInput, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { claims, type Minter, minterOf, outcomeOf } from './party.js';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function mint({ privateJwk, kid }: Minter, alg: string, how: Omit<SignKeyObjectInput, 'key'> = {}): string {
  const input = `${encode({ alg, kid })}.${encode(claims)}`;
  const key = createPrivateKey({ format: 'jwk', key: privateJwk });
  const digest = alg === 'EdDSA' ? null : 'sha256';
  return `${input}.${sign(digest, Buffer.from(input), { key, ...how }).toString('base64url')}`;
}

const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

describe('a token minted by Node itself', () => {
  test.each([
    ['RS256', 'PKCS #1', {}, 'verified'],
    ['PS256', 'a salt as long as the digest', pss(constants.RSA_PSS_SALTLEN_DIGEST), 'verified'],
    [
      'PS256',
      'a salt as long as there is room',
      pss(constants.RSA_PSS_SALTLEN_MAX_SIGN),
      'signature_invalid',
    ],
    ['ES256', 'both numbers side by side', { dsaEncoding: 'ieee-p1363' }, 'verified'],
    ['ES256', 'both numbers in ASN.1', { dsaEncoding: 'der' }, 'signature_invalid'],
    ['EdDSA', 'nothing to choose', {}, 'verified'],
  ] as const)('by %s with %s is %s', async (alg, _, how, outcome) => {
    const minter = await minterOf(alg);
    expect(await outcomeOf(mint(minter, alg, how), { published: [minter] })).toBe(outcome);
  });

  test('with a key of 1024 bits is refused', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const minter = {
      kid: 'short',
      privateJwk: { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' },
      publicJwk: { ...publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'short' },
    };
    expect(await outcomeOf(mint(minter, 'RS256'), { published: [minter] })).toBe('key_unsuitable');
  });

  test('with a key of RSA-PSS alone is refused for the older scheme', async () => {
    const [signer, other] = [await minterOf('PS256'), await minterOf('RS256')];
    const token = mint({ ...other, kid: signer.kid }, 'RS256');
    expect(await outcomeOf(token, { published: [signer] })).toBe('key_unsuitable');
  });
});
