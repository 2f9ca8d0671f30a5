import { createPublicKey } from 'node:crypto';
import { keyFits, secretMembers } from '@countersign/protocol';
import { calculateJwkThumbprint, type JWK } from 'jose';

/** As an operator pastes it: a JWK, or PEM as `openssl` writes it. */
export type Pasted = string | Readonly<Record<string, unknown>>;

const isSecret = (pasted: Pasted): boolean =>
  typeof pasted === 'string'
    ? // The public half could be worked out from it; but it has been shown, and should be shown to nobody.
      pasted.includes('PRIVATE KEY')
    : secretMembers.some((member) => Object.hasOwn(pasted, member));

/** The members of a public key alone; nothing where it is none, or a point that is not on its curve. */
function publicMembers(pasted: Pasted): JWK | undefined {
  try {
    const key = typeof pasted === 'string' ? pasted : { key: { ...pasted }, format: 'jwk' as const };
    return createPublicKey(key).export({ format: 'jwk' });
  } catch {
    return undefined;
  }
}

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** What is wrong with a pasted key, if anything is. Said when it is pasted, not at the first proof. */
export function wrongWithKey(pasted: Pasted): string | undefined {
  if (isSecret(pasted)) return 'is a secret: paste the public half alone';
  const members = publicMembers(pasted);
  if (!members) return 'is no public key: a JWK, or PEM that begins with BEGIN PUBLIC KEY';
  const jwk = typeof pasted === 'string' ? members : { ...pasted, ...members };
  return algorithms.some((alg) => keyFits(jwk, { alg }))
    ? undefined
    : 'is no key to verify with: RSA of 2048 to 8192 bits, P-256 or Ed25519, published for signatures';
}

/** How it is stored. PEM has no name: its thumbprint becomes its `kid`. RFC 7638, section 3. */
export async function storedKey(pasted: Pasted): Promise<JWK> {
  if (typeof pasted !== 'string') return pasted as JWK;
  const members = createPublicKey(pasted).export({ format: 'jwk' });
  return { ...members, kid: await calculateJwkThumbprint(members) };
}

export type ShownKey = { readonly kid?: string; readonly kind: string; readonly thumbprint: string };

/** What an operator compares with what the brand reads out. */
export async function shownKey(jwk: JWK): Promise<ShownKey> {
  const kind = jwk.kty === 'RSA' ? 'RSA' : (jwk.crv ?? '');
  const name = typeof jwk.kid === 'string' ? { kid: jwk.kid } : {};
  return { ...name, kind, thumbprint: await calculateJwkThumbprint(jwk) };
}
