import jose from 'node-jose';
import { describe, expect, test } from 'vitest';
import { claims, type Minter, minterOf, outcomeOf } from './party.js';

const minter = await minterOf('RS256');
const sealing = await minterOf('RSA-OAEP-256', 'enc');
const published = [minter];

const sign = async ({ privateJwk }: Minter, options: Record<string, unknown> = {}): Promise<string> => {
  const key = await jose.JWK.asKey({ ...privateJwk });
  const made = await jose.JWS.createSign({ format: 'compact', ...options }, key)
    .update(JSON.stringify(claims))
    .final();
  return String(made);
};

const seal = async (
  signed: string,
  options: Record<string, unknown>,
  to: Minter = sealing,
): Promise<string> =>
  jose.JWE.createEncrypt({ format: 'compact', ...options }, await jose.JWK.asKey({ ...to.publicJwk }))
    .update(signed)
    .final();

describe('a token minted by node-jose', () => {
  test.each(['RS256', 'PS256', 'ES256'])('and signed by %s is verified', async (alg) => {
    const own = await minterOf(alg);
    expect(await outcomeOf(await sign(own), { published: [own] })).toBe('verified');
  });

  test('that brings its key along is refused', async () => {
    expect(await outcomeOf(await sign(minter, { fields: { jwk: minter.publicJwk } }), { published })).toBe(
      'header_forbidden',
    );
  });

  test.each(['A128CBC-HS256', 'A256GCM'])('and sealed with %s is verified', async (contentAlg) => {
    const token = await seal(await sign(minter), { contentAlg, fields: { cty: 'JWT' } });
    expect(await outcomeOf(token, { published, sealing })).toBe('verified');
  });

  test('and sealed by agreement is verified', async () => {
    const curve = await minterOf('ECDH-ES', 'enc');
    const token = await seal(await sign(minter), { contentAlg: 'A256GCM', fields: { cty: 'JWT' } }, curve);
    expect(await outcomeOf(token, { published, sealing: curve })).toBe('verified');
  });

  test('and sealed without saying what is inside is refused', async () => {
    const token = await seal(await sign(minter), { contentAlg: 'A256GCM' });
    expect(await outcomeOf(token, { published, sealing })).toBe('type_not_allowed');
  });

  test('a compressed envelope is refused, and never inflated', async () => {
    const token = await seal('x'.repeat(1_000_000), {
      contentAlg: 'A256GCM',
      zip: true,
      fields: { cty: 'JWT' },
    });
    expect(token.length).toBeLessThan(4_000);
    expect(await outcomeOf(token, { published, sealing })).toBe('header_forbidden');
  });
});
