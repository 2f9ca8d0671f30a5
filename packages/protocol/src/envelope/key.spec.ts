import { exportJWK, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { chooseKey } from './key.js';

const rsa = (more: Partial<JWK> = {}): JWK => ({ kty: 'RSA', e: 'AQAB', n: 'n'.repeat(342), ...more });
const named = (more: Partial<JWK> = {}) => rsa({ kid: 'k1', ...more });
const chosen = (keys: JWK[], alg = 'RS256', kid: string | undefined = 'k1') => {
  const outcome = chooseKey(keys, { alg, ...(kid === undefined ? {} : { kid }) });
  return outcome.ok ? outcome.value : outcome.rejection.reason;
};

describe('the key that is meant', () => {
  test('is the one of that name', () => {
    const key = named();
    expect(chosen([rsa({ kid: 'k0' }), key])).toBe(key);
  });

  test.each([
    ['of another kind', named({ kty: 'EC', crv: 'P-256' })],
    ['for another algorithm', named({ alg: 'PS256' })],
    ['for encryption', named({ use: 'enc' })],
    ['for other operations', named({ key_ops: ['encrypt'] })],
    ['too short', named({ n: 'n'.repeat(171) })],
  ])('is refused when it is %s', (_, key) => expect(chosen([key])).toBe('key_unsuitable'));

  test('is refused when it is on another curve', () => {
    expect(chosen([{ kty: 'EC', crv: 'P-384', kid: 'k1' }], 'ES256')).toBe('key_unsuitable');
  });

  test('is refused when two have that name', () => {
    expect(chosen([named(), named()])).toBe('key_unsuitable');
  });

  test('is unknown when nobody has that name', () => {
    expect(chosen([named()], 'RS256', 'k2')).toBe('key_unknown');
    expect(chosen([], 'RS256', 'k2')).toBe('key_unknown');
  });

  test('needs no name where only one fits', () => {
    const key = rsa();
    expect(chooseKey([key, { kty: 'EC', crv: 'P-256' }], { alg: 'RS256' })).toEqual({ ok: true, value: key });
  });

  test('needs a name where several fit', () => {
    expect(chooseKey([rsa(), rsa({ kid: 'k0' })], { alg: 'RS256' })).toMatchObject({
      rejection: { reason: 'key_id_missing' },
    });
  });

  test('without a name is unsuitable where none fits, for a name would not help', () => {
    expect(chooseKey([{ kty: 'EC', crv: 'P-256' }], { alg: 'RS256' })).toMatchObject({
      rejection: { reason: 'key_unsuitable' },
    });
  });

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
    expect(chosen([await ofBits(1024)])).toBe('key_unsuitable');
    expect(chosen([await ofBits(2048)])).toMatchObject({ kid: 'k1' });
  });
});
