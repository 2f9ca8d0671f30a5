import { CompactEncrypt, EncryptJWT, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { ALGORITHMS, claims, type Minter, minterOf, outcomeOf } from './party.js';

const signer = await minterOf('RS256');
const published = [signer];

const signed = async ({ privateJwk, kid }: Minter, alg: string) =>
  new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(await importJWK(privateJwk, alg));

describe('a token minted by jose', () => {
  test.each(ALGORITHMS)('and signed by %s is verified', async (alg) => {
    const minter = await minterOf(alg);
    expect(await outcomeOf(await signed(minter, alg), { published: [minter] })).toBe('verified');
  });

  test.each([
    ['RSA-OAEP-256', 'A128CBC-HS256', 'verified'],
    ['RSA-OAEP-256', 'A256GCM', 'verified'],
    ['ECDH-ES', 'A128CBC-HS256', 'verified'],
    ['ECDH-ES', 'A256GCM', 'verified'],
    ['RSA-OAEP', 'A256GCM', 'algorithm_not_allowed'],
    ['RSA-OAEP-256', 'A128GCM', 'algorithm_not_allowed'],
    ['ECDH-ES+A256KW', 'A256GCM', 'algorithm_not_allowed'],
  ])('and sealed by %s with %s is %s', async (alg, enc, outcome) => {
    const sealing = await minterOf(alg, 'enc');
    const token = await new CompactEncrypt(new TextEncoder().encode(await signed(signer, 'RS256')))
      .setProtectedHeader({ alg, enc, cty: 'JWT', kid: sealing.kid })
      .encrypt(await importJWK(sealing.publicJwk, alg));
    expect(await outcomeOf(token, { published, sealing })).toBe(outcome);
  });

  test('and encrypted without a signature inside is no proof', async () => {
    const sealing = await minterOf('RSA-OAEP-256', 'enc');
    const token = await new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: sealing.kid })
      .encrypt(await importJWK(sealing.publicJwk, 'RSA-OAEP-256'));
    expect(await outcomeOf(token, { published, sealing })).toBe('proof_malformed');
  });

  test('and not secured is no proof', async () => {
    expect(await outcomeOf(new UnsecuredJWT(claims).encode(), { published })).toBe('algorithm_not_allowed');
  });
});
