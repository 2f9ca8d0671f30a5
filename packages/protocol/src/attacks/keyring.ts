import { exportJWK, exportSPKI, type JWK } from 'jose';

type Pair = CryptoKeyPair;

/** All keys of an attack: the issuer's, the service's, and those of people who have no business here. */
export type Keyring = {
  readonly signing: {
    readonly [name in
      | 'rsa'
      | 'second'
      | 'pss'
      | 'curve'
      | 'edwards'
      | 'stranger'
      | 'strangersCurve'
      | 'short'
      | 'curve384']: Pair;
  };
  readonly sealing: { readonly [name in 'rsa' | 'curve' | 'stranger' | 'strangersCurve']: Pair };
  /** What the issuer publishes. */
  readonly published: readonly JWK[];
  /** The first of them as everybody can read it. */
  readonly publishedAsText: string;
  /** The short key and the one on another curve, as an issuer would publish them. */
  readonly weak: { readonly short: JWK; readonly curve384: JWK };
  /** What the service decrypts with. */
  readonly decryptionKeys: readonly JWK[];
};

const rsa = (name: string, usages: KeyUsage[], modulusLength = 2048): Promise<Pair> =>
  crypto.subtle.generateKey(
    { name, modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    usages,
  );
const curve = (name: string, namedCurve: string, usages: KeyUsage[]): Promise<Pair> =>
  crypto.subtle.generateKey({ name, namedCurve }, true, usages);

const SIGN: KeyUsage[] = ['sign', 'verify'];
const SEAL: KeyUsage[] = ['encrypt', 'decrypt'];
const AGREE: KeyUsage[] = ['deriveBits'];

async function all<Name extends string>(made: Record<Name, Promise<Pair>>): Promise<Record<Name, Pair>> {
  const entries = Object.entries(made) as [Name, Promise<Pair>][];
  const pairs = await Promise.all(entries.map(async ([name, pair]) => [name, await pair] as const));
  return Object.fromEntries(pairs) as Record<Name, Pair>;
}

/** Made anew for each run: no key of an attack is worth keeping. */
export async function makeKeyring(): Promise<Keyring> {
  const signing = await all({
    rsa: rsa('RSASSA-PKCS1-v1_5', SIGN),
    second: rsa('RSASSA-PKCS1-v1_5', SIGN),
    pss: rsa('RSA-PSS', SIGN),
    curve: curve('ECDSA', 'P-256', SIGN),
    edwards: crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<Pair>,
    stranger: rsa('RSASSA-PKCS1-v1_5', SIGN),
    strangersCurve: curve('ECDSA', 'P-256', SIGN),
    short: rsa('RSASSA-PKCS1-v1_5', SIGN, 1024),
    curve384: curve('ECDSA', 'P-384', SIGN),
  });
  const sealing = await all({
    rsa: rsa('RSA-OAEP', SEAL),
    curve: curve('ECDH', 'P-256', AGREE),
    stranger: rsa('RSA-OAEP', SEAL),
    strangersCurve: curve('ECDH', 'P-256', AGREE),
  });
  const open = async ({ publicKey }: Pair, more: Partial<JWK>): Promise<JWK> => ({
    ...(await exportJWK(publicKey)),
    ...more,
  });
  const secret = async ({ privateKey }: Pair, more: Partial<JWK>): Promise<JWK> => ({
    ...(await exportJWK(privateKey)),
    ...more,
  });
  return {
    signing,
    sealing,
    published: [
      await open(signing.rsa, { kid: 'rsa-1', use: 'sig', alg: 'RS256' }),
      await open(signing.second, { kid: 'rsa-2', use: 'sig', alg: 'RS256' }),
      await open(signing.pss, { kid: 'pss-1', use: 'sig', alg: 'PS256' }),
      await open(signing.curve, { kid: 'curve-1', use: 'sig', alg: 'ES256' }),
      await open(signing.edwards, { kid: 'edwards-1', use: 'sig', alg: 'EdDSA' }),
      await open(sealing.rsa, { kid: 'for-encryption', use: 'enc' }),
    ],
    publishedAsText: await exportSPKI(signing.rsa.publicKey),
    weak: {
      short: await open(signing.short, { kid: 'rsa-1', use: 'sig', alg: 'RS256' }),
      curve384: await open(signing.curve384, { kid: 'curve-1', use: 'sig', alg: 'ES256' }),
    },
    decryptionKeys: [
      await secret(sealing.rsa, { kid: 'seal-1', use: 'enc', alg: 'RSA-OAEP-256' }),
      await secret(sealing.curve, { kid: 'seal-2', use: 'enc', alg: 'ECDH-ES' }),
    ],
  };
}
