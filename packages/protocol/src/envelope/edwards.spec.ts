import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { fromBase64url } from '../bytes.js';
import { isSmallOrder } from './edwards.js';

const P = 2n ** 255n - 19n;
const encode = (y: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((y >> BigInt(8 * at)) & 0xffn));

describe('a key of small order', () => {
  test.each([
    ['the neutral point', 1n],
    ['the point of order two', P - 1n],
    ['the points of order four', 0n],
    ['the neutral point with the other sign', 1n + 2n ** 255n],
    ['a second spelling of the neutral point', P + 1n],
  ])('%s is seen', (_, y) => expect(isSmallOrder(encode(y))).toBe(true));

  test('a key that is too short is no key', () => expect(isSmallOrder(new Uint8Array(31))).toBe(true));

  test('a key somebody made is none', async () => {
    for (let at = 0; at < 20; at++) {
      const { publicKey } = await generateKeyPair('EdDSA');
      expect(isSmallOrder(fromBase64url((await exportJWK(publicKey)).x ?? ''))).toBe(false);
    }
  });
});
