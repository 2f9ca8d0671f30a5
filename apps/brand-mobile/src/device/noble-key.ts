import type { ProofKey } from '@countersign/chat-client';
import { p256 } from '@noble/curves/nist.js';

/** Random bytes a secret key is made of: more than it has, so that none is likelier than another. */
export const SEED_BYTES = 48;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Of 32 bytes, as a JWK has its coordinates: 43 characters. Hermes has no `Buffer`, and its `btoa` another alphabet. */
function base64url(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => ALPHABET[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '')
    .join('');
}

/** @param seed from the device's own source of randomness */
export const makeSecret = (seed: Uint8Array): Uint8Array => p256.utils.randomSecretKey(seed);

/** Where there is no WebCrypto: the same P-256, in JavaScript. Each signature takes a few milliseconds. */
export function keyOfSecret(secret: Uint8Array): ProofKey {
  const [, ...coordinates] = p256.getPublicKey(secret, false);
  const half = (from: number) => base64url(Uint8Array.from(coordinates.slice(from, from + 32)));
  return {
    jwk: { kty: 'EC', crv: 'P-256', x: half(0), y: half(32) },
    // The nonce follows from key and message (RFC 6979): signing asks for no randomness.
    sign: async (bytes) => p256.sign(bytes, secret),
  };
}
