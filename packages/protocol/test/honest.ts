import { exportJWK, exportSPKI, type JWK } from 'jose';
import type { ForgersKeys, HonestToken } from '../src/attacks/index.js';
import type { AttemptToJudge, ProofPolicy } from '../src/policy.js';

export const now = new Date('2026-11-23T12:00:00.000Z');
export const nowSeconds = now.getTime() / 1_000;

export const policy: ProofPolicy = {
  connection: 'site',
  flow: 'implicit',
  issuer: { url: 'https://id.larkspur.example', aliases: [] },
  audience: 'https://chat.example/connections/0193',
  authorizedParties: [],
  algorithms: ['RS256'],
  encryption: 'optional',
  maxLifetimeSeconds: 3_600,
  skewSeconds: 60,
};

export const attempt: AttemptToJudge = { nonce: 'nonce-of-this-attempt', startedAt: now };

export const honest: HonestToken = {
  header: { alg: 'RS256', kid: 'larkspur-1', typ: 'JWT' },
  claims: {
    iss: policy.issuer.url,
    sub: 'ada-0042',
    aud: policy.audience,
    iat: nowSeconds,
    exp: nowSeconds + 300,
    nonce: attempt.nonce,
  },
};

const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const pair = (name: 'RSASSA-PKCS1-v1_5' | 'RSA-OAEP', usages: KeyUsage[]): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name, ...rsa }, true, usages);

export type Larkspur = {
  readonly forger: ForgersKeys;
  /** What the issuer publishes. */
  readonly keys: readonly JWK[];
  /** What the service decrypts with. */
  readonly decryptionKeys: readonly JWK[];
};

/** An issuer with keys of its own: made anew for each file that asks. */
export async function openLarkspur(): Promise<Larkspur> {
  const [signing, stranger, second] = await Promise.all([
    pair('RSASSA-PKCS1-v1_5', ['sign', 'verify']),
    pair('RSASSA-PKCS1-v1_5', ['sign', 'verify']),
    pair('RSASSA-PKCS1-v1_5', ['sign', 'verify']),
  ]);
  const [sealing, elsewhere] = await Promise.all([
    pair('RSA-OAEP', ['encrypt', 'decrypt']),
    pair('RSA-OAEP', ['encrypt', 'decrypt']),
  ]);
  const publish = async ({ publicKey }: CryptoKeyPair, more: Partial<JWK>): Promise<JWK> => ({
    ...(await exportJWK(publicKey)),
    ...more,
  });
  return {
    forger: {
      published: signing.privateKey,
      unpublished: stranger.privateKey,
      publishedAsText: await exportSPKI(signing.publicKey),
      encryption: { published: sealing.publicKey, unpublished: elsewhere.publicKey, kid: 'seal-1' },
    },
    keys: [
      await publish(signing, { kid: 'larkspur-1', use: 'sig', alg: 'RS256' }),
      await publish(second, { kid: 'larkspur-2', use: 'sig', alg: 'RS256' }),
      await publish(sealing, { kid: 'for-encryption', use: 'enc' }),
    ],
    decryptionKeys: [
      { ...(await exportJWK(sealing.privateKey)), kid: 'seal-1', use: 'enc', alg: 'RSA-OAEP-256' },
    ],
  };
}
