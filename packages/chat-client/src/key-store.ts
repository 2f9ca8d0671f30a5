/** The browser's key of one brand. Its private half can sign, and nothing can read it. */
export interface KeyStore {
  load(brand: string): Promise<CryptoKeyPair | undefined>;
  save(brand: string, key: CryptoKeyPair): Promise<void>;
  remove(brand: string): Promise<void>;
}

/** For an app that brings no store of its own, and for tests: forgotten with the process. */
export class MemoryKeyStore implements KeyStore {
  private readonly keys = new Map<string, CryptoKeyPair>();

  async load(brand: string): Promise<CryptoKeyPair | undefined> {
    return this.keys.get(brand);
  }

  async save(brand: string, key: CryptoKeyPair): Promise<void> {
    this.keys.set(brand, key);
  }

  async remove(brand: string): Promise<void> {
    this.keys.delete(brand);
  }
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** P-256, for ES256. The private half signs and cannot be exported. */
export const makeKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']) as Promise<CryptoKeyPair>;

const coordinate = async ({ publicKey }: CryptoKeyPair) =>
  (await crypto.subtle.exportKey('jwk', publicKey)).x;

export const isSameKey = async (one: CryptoKeyPair, other: CryptoKeyPair): Promise<boolean> =>
  (await coordinate(one)) === (await coordinate(other));
