import type { JWK } from 'jose';
import { accepted, type Outcome, refused, reject } from '../rejection.js';
import type { JoseHeader } from './header.js';

const kinds: Record<string, { kty: string; crv?: string }> = {
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
};

/** 2048 bits are 256 bytes: 342 base64url characters. RFC 7518, section 3.3. */
const RSA_FLOOR_CHARACTERS = 342;

/** Whether a key may verify what this header says. RFC 7517, section 4. */
export function keyFits(jwk: JWK, { alg }: JoseHeader): boolean {
  const kind = kinds[alg];
  if (!kind || jwk.kty !== kind.kty || (kind.crv !== undefined && jwk.crv !== kind.crv)) return false;
  if (jwk.alg !== undefined && jwk.alg !== alg && !(alg === 'EdDSA' && jwk.alg === 'Ed25519')) return false;
  if (jwk.use !== undefined && jwk.use !== 'sig') return false;
  if (jwk.key_ops !== undefined && !jwk.key_ops.includes('verify')) return false;
  return jwk.kty !== 'RSA' || (jwk.n?.length ?? 0) >= RSA_FLOOR_CHARACTERS;
}

/** The one key that is meant. No `kid` is allowed only where the issuer publishes a single suitable key. */
export function chooseKey(keys: readonly JWK[], header: JoseHeader): Outcome<JWK> {
  if (header.kid === undefined) {
    const [only, another] = keys.filter((jwk) => keyFits(jwk, header));
    if (!only) return refused(reject('key_unsuitable'));
    return another ? refused(reject('key_id_missing')) : accepted(only);
  }
  const named = keys.filter(({ kid }) => kid === header.kid);
  const [only] = named;
  if (!only)
    return refused(
      reject(
        'key_unknown',
        keys.map(({ kid }) => kid ?? 'without kid'),
        header.kid,
      ),
    );
  // Two keys of one name: nobody can say which was meant.
  return named.length === 1 && keyFits(only, header) ? accepted(only) : refused(reject('key_unsuitable'));
}
