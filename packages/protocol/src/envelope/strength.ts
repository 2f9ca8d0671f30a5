import type { JWK } from 'jose';
import { fromBase64url } from '../bytes.js';
import { isSmallOrder } from './edwards.js';

/** RFC 7518, sections 3.3 and 3.5. */
const RSA_FLOOR_BITS = 2048;
/** Above this a key costs whoever verifies more than it gives: each bit more is paid for with every proof. */
const RSA_CEILING_BITS = 8192;
const EXPONENT_CEILING_BITS = 64;

const bitsOf = (text: string): number => text.length * 6;

/** The number a member spells; nothing where it is longer than it may be: what is long is not even read. */
function numberOf(member: unknown, ceilingBits: number): bigint {
  if (typeof member !== 'string' || bitsOf(member) > ceilingBits + 8) return 0n;
  return fromBase64url(member).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

// Measured by value: leading zeros make a short modulus look long.
const isStrongRsa = ({ n, e }: JWK): boolean => {
  const exponent = numberOf(e, EXPONENT_CEILING_BITS);
  const modulus = numberOf(n, RSA_CEILING_BITS);
  return modulus >> BigInt(RSA_FLOOR_BITS - 1) > 0n && exponent > 1n && exponent % 2n === 1n;
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
    if (jwk.kty !== 'OKP') return true;
    return typeof jwk.x === 'string' && jwk.x.length <= 44 && !isSmallOrder(fromBase64url(jwk.x));
  } catch {
    // Members that spell no bytes make no key.
    return false;
  }
}
