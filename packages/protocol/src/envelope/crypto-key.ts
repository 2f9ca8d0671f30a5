import { importJWK, type JWK } from 'jose';

type Imported = CryptoKey | undefined;

// By the key object itself: whoever keeps a set of keys pays for the import once, and whoever drops it drops this too.
const imported = new WeakMap<JWK, Map<string, Imported | Promise<Imported>>>();

/**
 * The key as WebCrypto takes it, for one algorithm; undefined where it is no key. At once, where it was imported
 * before. A JWK is not changed once it is used.
 */
export function cryptoKeyOf(jwk: JWK, algorithm: string): Imported | Promise<Imported> {
  const known = imported.get(jwk) ?? new Map<string, Imported | Promise<Imported>>();
  if (known.has(algorithm)) return known.get(algorithm);
  const coming = importKey(jwk, algorithm).then((key) => {
    known.set(algorithm, key);
    return key;
  });
  known.set(algorithm, coming);
  imported.set(jwk, known);
  return coming;
}

async function importKey(jwk: JWK, algorithm: string): Promise<Imported> {
  try {
    const { alg: _, ...bare } = jwk;
    const key = await importJWK(bare, algorithm);
    return key instanceof Uint8Array ? undefined : key;
  } catch {
    return undefined;
  }
}
