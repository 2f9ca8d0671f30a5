import type { JWK } from 'jose';
import { fromBase64url } from '../bytes.js';
import { isSmallOrder } from './edwards.js';

/** RFC 7518, sections 3.3 and 3.5. */
const RSA_FLOOR_BITS = 2048;

const numberOf = (member: unknown): bigint => {
  const bytes = typeof member === 'string' ? fromBase64url(member) : new Uint8Array();
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
};

// Measured by value: leading zeros make a short modulus look long.
const isStrongRsa = ({ n, e }: JWK): boolean => {
  const exponent = numberOf(e);
  return numberOf(n) >> BigInt(RSA_FLOOR_BITS - 1) > 0n && exponent > 1n && exponent % 2n === 1n;
};

const measured = new WeakMap<JWK, boolean>();

/** Whether forging under this key is as hard as its kind promises. A point off P-256 is refused by the import. */
export function isStrong(jwk: JWK): boolean {
  const known = measured.get(jwk);
  if (known !== undefined) return known;
  const strong = measure(jwk);
  measured.set(jwk, strong);
  return strong;
}

function measure(jwk: JWK): boolean {
  try {
    if (jwk.kty === 'RSA') return isStrongRsa(jwk);
    return jwk.kty !== 'OKP' || (typeof jwk.x === 'string' && !isSmallOrder(fromBase64url(jwk.x)));
  } catch {
    return false;
  }
}
