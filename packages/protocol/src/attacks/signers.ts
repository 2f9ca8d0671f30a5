import type { Keyring } from './keyring.js';

/** Makes what stands in the place of a signature. */
export type Signer = (input: string, ring: Keyring) => Promise<Uint8Array>;

const bytes = (text: string) => new TextEncoder().encode(text);
const sign = async (
  algorithm: AlgorithmIdentifier | RsaPssParams | EcdsaParams,
  key: CryptoKey,
  input: string,
): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes(input)));

const pkcs1 = { name: 'RSASSA-PKCS1-v1_5' };
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
const pss = { name: 'RSA-PSS', saltLength: 32 };

/** How the issuer itself signs. */
export const genuine: Readonly<Record<string, Signer>> = {
  RS256: (input, { signing }) => sign(pkcs1, signing.rsa.privateKey, input),
  PS256: (input, { signing }) => sign(pss, signing.pss.privateKey, input),
  ES256: (input, { signing }) => sign(ecdsa, signing.curve.privateKey, input),
  EdDSA: (input, { signing }) => sign({ name: 'Ed25519' }, signing.edwards.privateKey, input),
};

export const nothing: Signer = async () => new Uint8Array();
export const fixed =
  (length: number, value: number): Signer =>
  async () =>
    new Uint8Array(length).fill(value);

export const byStranger: Signer = (input, { signing }) => sign(pkcs1, signing.stranger.privateKey, input);
export const byStrangersCurve: Signer = (input, { signing }) =>
  sign(ecdsa, signing.strangersCurve.privateKey, input);
export const bySecondKey: Signer = (input, { signing }) => sign(pkcs1, signing.second.privateKey, input);
export const byShortKey: Signer = (input, { signing }) => sign(pkcs1, signing.short.privateKey, input);
export const byCurve384: Signer = (input, { signing }) =>
  sign({ name: 'ECDSA', hash: 'SHA-256' }, signing.curve384.privateKey, input);

/** RSA-PSS with a salt of another length than that of the digest. */
export const salted =
  (saltLength: number): Signer =>
  (input, { signing }) =>
    sign({ name: 'RSA-PSS', saltLength }, signing.pss.privateKey, input);

/** The RSA key of one scheme put to the other, or to another digest. */
const asScheme =
  (name: string, hash: string, pair: 'rsa' | 'pss'): Signer =>
  async (input, { signing }) => {
    const jwk = await crypto.subtle.exportKey('jwk', signing[pair].privateKey);
    const { alg: _, key_ops: __, ...bare } = jwk;
    const key = await crypto.subtle.importKey('jwk', bare, { name, hash }, false, ['sign']);
    return sign({ name, saltLength: 32 } as RsaPssParams, key, input);
  };
export const pssForPkcs1 = asScheme('RSA-PSS', 'SHA-256', 'rsa');
export const pkcs1ForPss = asScheme('RSASSA-PKCS1-v1_5', 'SHA-256', 'pss');
export const sha1 = asScheme('RSASSA-PKCS1-v1_5', 'SHA-1', 'rsa');
export const sha512 = asScheme('RSASSA-PKCS1-v1_5', 'SHA-512', 'rsa');

/** Genuine, but over something else than `header.payload`. */
export const over =
  (change: (input: string) => string): Signer =>
  (input, ring) =>
    sign(pkcs1, ring.signing.rsa.privateKey, change(input));

/** An HMAC under something everybody has. */
export const hmac =
  (hash: string, secret: (ring: Keyring) => string): Signer =>
  async (input, ring) => {
    const algorithm = { name: 'HMAC', hash };
    // WebCrypto takes no empty secret; an HMAC under nothing and one under a zero byte are the same.
    const key = await crypto.subtle.importKey('raw', bytes(secret(ring) || '\0'), algorithm, false, ['sign']);
    return sign(algorithm, key, input);
  };

/** Under a public key that is the neutral point this is a signature over every message: R is that point, S is zero. */
export const neutral: Signer = async () => Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 1 : 0));
