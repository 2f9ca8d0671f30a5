import { importJWK, type JWK } from 'jose';

// By the key object itself: whoever keeps a set of keys pays for the import once, and whoever drops it drops this too.
const imported = new WeakMap<JWK, Map<string, Promise<CryptoKey | undefined>>>();

/** The key as WebCrypto takes it, for one algorithm; undefined where it is no key. A JWK is not changed once it is used. */
export function cryptoKeyOf(jwk: JWK, algorithm: string): Promise<CryptoKey | undefined> {
  const known = imported.get(jwk) ?? new Map<string, Promise<CryptoKey | undefined>>();
  imported.set(jwk, known);
  const key = known.get(algorithm) ?? importKey(jwk, algorithm);
  known.set(algorithm, key);
  return key;
}

async function importKey(jwk: JWK, algorithm: string): Promise<CryptoKey | undefined> {
  try {
    const { alg: _, ...bare } = jwk;
    const key = await importJWK(bare, algorithm);
    return key instanceof Uint8Array ? undefined : key;
  } catch {
    return undefined;
  }
}
