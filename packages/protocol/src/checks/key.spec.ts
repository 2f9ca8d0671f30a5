import { exportJWK, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { keysMeant } from '../envelope/key.js';
import { key } from './key.js';
import { keySuitability } from './key-suitability.js';

/** 2048 bits, the highest of them set. */
const modulus = `_${'n'.repeat(341)}`;
const rsa = (more: Partial<JWK> = {}): JWK => ({ kty: 'RSA', e: 'AQAB', n: modulus, ...more });
const named = (more: Partial<JWK> = {}) => rsa({ kid: 'k1', ...more });

/** The key that is taken, or why none is. */
async function taken(
  published: JWK[],
  header: { alg: string; kid?: string },
): Promise<JWK | string | undefined> {
  const meant = keysMeant(published, header);
  const subject = { header, published, meant };
  const rejection = (await key.run(subject)) ?? (await keySuitability.run(subject));
  return rejection?.reason ?? meant[0];
}
const chosen = (published: JWK[], alg = 'RS256', kid = 'k1') => taken(published, { alg, kid });

describe('the key that is meant', () => {
  test('is the one of that name', async () => {
    const mine = named();
    expect(await chosen([rsa({ kid: 'k0' }), mine])).toBe(mine);
  });

  test.each([
    ['of another kind', named({ kty: 'EC', crv: 'P-256' })],
    ['for another algorithm', named({ alg: 'PS256' })],
    ['for encryption', named({ use: 'enc' })],
    ['for other operations', named({ key_ops: ['encrypt'] })],
    ['too short', named({ n: modulus.slice(171) })],
    ['short behind leading zeros', named({ n: `${'A'.repeat(171)}${modulus.slice(171)}` })],
    ['of an exponent under which everything is signed', named({ e: 'AQ' })],
    ['published with its private half', named({ d: 'secret' })],
  ])('is refused when it is %s', async (_, one) => expect(await chosen([one])).toBe('key_unsuitable'));

  test('is refused when it is on another curve', async () => {
    expect(await chosen([{ kty: 'EC', crv: 'P-384', kid: 'k1' }], 'ES256')).toBe('key_unsuitable');
  });

  test('is refused when two have that name', async () => {
    expect(await chosen([named(), named()])).toBe('key_unsuitable');
  });

  test('is unknown when nobody has that name', async () => {
    expect(await chosen([named()], 'RS256', 'k2')).toBe('key_unknown');
    expect(await chosen([], 'RS256', 'k2')).toBe('key_unknown');
  });

  test('needs no name where only one fits', async () => {
    const mine = rsa();
    expect(await taken([mine, { kty: 'EC', crv: 'P-256' }], { alg: 'RS256' })).toBe(mine);
  });

  test('without a name is unsuitable where none fits, for a name would not help', async () => {
    expect(await taken([{ kty: 'EC', crv: 'P-256' }], { alg: 'RS256' })).toBe('key_unsuitable');
  });

  test('needs a name where several fit', async () => {
    expect(await taken([rsa(), rsa({ kid: 'k0' })], { alg: 'RS256' })).toBe('key_id_missing');
  });

  test.each(['n', 'e', 'x'])(
    'whose `%s` fills the whole answer is refused before it is read',
    async (member) => {
      const [kty, alg] = member === 'x' ? ['OKP', 'EdDSA'] : ['RSA', 'RS256'];
      const large = { ...named({ kty }), crv: 'Ed25519', [member]: '_'.repeat(250_000) };
      const begun = performance.now();
      for (let times = 0; times < 20; times++)
        expect(await chosen([{ ...large }], alg)).toBe('key_unsuitable');
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

  test('an RSA key of 1024 bits is too short, one of 2048 is not', async () => {
    const ofBits = async (modulusLength: number) => {
      const algorithm = {
        name: 'RSASSA-PKCS1-v1_5',
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      };
      const pair = await crypto.subtle.generateKey({ ...algorithm, modulusLength }, true, ['sign', 'verify']);
      return { ...(await exportJWK(pair.publicKey)), kid: 'k1' };
    };
    expect(await chosen([await ofBits(1024)])).toBe('key_unsuitable');
    expect(await chosen([await ofBits(2048)])).toMatchObject({ kid: 'k1' });
  });
});
