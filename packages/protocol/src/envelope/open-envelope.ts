import { compactDecrypt, type JWK } from 'jose';
import { cryptoKeyOf } from './crypto-key.js';
import type { JoseHeader } from './header.js';

/** What the service publishes keys for, and nothing else. */
export const KEY_MANAGEMENT = ['RSA-OAEP-256', 'ECDH-ES'];
export const CONTENT_ENCRYPTION = ['A128CBC-HS256', 'A256GCM'];

export type Envelope = { readonly token: string; readonly header: JoseHeader };

/** Opens an envelope with one of some keys; undefined where none of them does. */
export type Opener = (envelope: Envelope, keys: readonly JWK[]) => Promise<string | undefined>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** An envelope that names a key is tried with that one, any other with each. RFC 7516, section 5.2. */
export const openEnvelope: Opener = async ({ token, header }, keys) => {
  for (const jwk of keys.filter((jwk) => mayOpen(jwk, header))) {
    const inner = await openWith(jwk, token, header.alg);
    if (inner !== undefined) return inner;
  }
  return undefined;
};

async function openWith(jwk: JWK, token: string, algorithm: string): Promise<string | undefined> {
  const key = await cryptoKeyOf(jwk, algorithm);
  if (!key) return undefined;
  try {
    const { plaintext } = await compactDecrypt(token, key);
    return utf8.decode(plaintext);
  } catch {
    return undefined;
  }
}

const mayOpen = ({ kid, alg }: JWK, header: JoseHeader): boolean =>
  (header.kid === undefined || kid === header.kid) && (alg === undefined || alg === header.alg);
