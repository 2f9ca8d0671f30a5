import type { JWK } from 'jose';
import type { JoseHeader } from './header.js';
import { isStrong } from './strength.js';

const kinds = new Map<string, { readonly kty: string; readonly crv?: string }>([
  ['RS256', { kty: 'RSA' }],
  ['PS256', { kty: 'RSA' }],
  ['ES256', { kty: 'EC', crv: 'P-256' }],
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
]);

/** Ed25519 is a younger name of what EdDSA means here. */
const sameAlgorithm = (ofKey: unknown, ofHeader: string): boolean =>
  ofKey === ofHeader || (ofHeader === 'EdDSA' && ofKey === 'Ed25519');

/** What only a private or a symmetric key has: any of an RSA key's gives away the others. RFC 7518, section 6. */
export const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** Whether a key may verify what this header says. RFC 7517, section 4. */
export function keyFits(jwk: JWK, { alg }: JoseHeader): boolean {
  const kind = kinds.get(alg);
  if (!kind || jwk.kty !== kind.kty || (kind.crv !== undefined && jwk.crv !== kind.crv)) return false;
  if (jwk.alg !== undefined && !sameAlgorithm(jwk.alg, alg)) return false;
  if (jwk.use !== undefined && jwk.use !== 'sig') return false;
  if (jwk.key_ops !== undefined && !(Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify')))
    return false;
  // Whose private half is published is anybody's key.
  return secretMembers.every((member) => jwk[member] === undefined) && isStrong(jwk);
}

/** A set of keys is whatever its publisher wrote: what is no object is no key. */
export const isKey = (value: unknown): value is JWK => typeof value === 'object' && value !== null;

/** The keys a header may mean: those of its `kid`, or without one all that fit. */
export const keysMeant = (published: readonly JWK[], header: JoseHeader): readonly JWK[] =>
  published.filter((jwk) => (header.kid === undefined ? keyFits(jwk, header) : jwk.kid === header.kid));
