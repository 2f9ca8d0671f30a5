import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Algorithm } from '@countersign/protocol';
import { exportJWK, importJWK, type JWK, SignJWT } from 'jose';

/** An issuer's key in every form in which a contender wants it at hand. */
export type SigningKey = {
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly jwk: JWK;
  readonly imported: Awaited<ReturnType<typeof importJWK>>;
  readonly keyObject: KeyObject;
  readonly pem: string;
};

const pairs = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
} satisfies Record<Algorithm, () => { publicKey: KeyObject; privateKey: KeyObject }>;

export const ALGORITHMS = Object.keys(pairs) as Algorithm[];

export async function makeSigningKey(algorithm: Algorithm): Promise<SigningKey> {
  const { publicKey, privateKey } = pairs[algorithm]();
  const jwk = { ...(await exportJWK(publicKey)), kid: `key-${algorithm}`, alg: algorithm, use: 'sig' };
  return {
    algorithm,
    privateKey,
    jwk,
    imported: await importJWK(jwk, algorithm),
    keyObject: createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export const sign = ({ algorithm, privateKey, jwk }: SigningKey, claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: jwk.kid ?? '', typ: 'JWT' }).sign(privateKey);
