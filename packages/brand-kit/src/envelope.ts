import { CompactEncrypt, importJWK, type JWK, SignJWT } from 'jose';
import type { EncryptionKeySource } from './encryption-keys.js';

/** What is the same for every envelope of one connection. */
export type EnvelopeOptions = {
  /** Exactly as it stands in the connection. */
  readonly issuer: string;
  /** `https://{service}/connections/{id}`: what the attempt calls `clientId`. */
  readonly audience: string;
  readonly privateKey: JWK;
  readonly keyId: string;
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
  /** Where given, the signed token is encrypted to the service's key: sign, then encrypt. */
  readonly encryptTo?: EncryptionKeySource;
};

/** Whom one envelope vouches for, and which attempt it answers. */
export type Envelope = {
  /** How the brand knows the customer: never an e-mail address. */
  readonly subject: string;
  /** The attempt's, unchanged. */
  readonly nonce: string;
  /** What the connection maps to facts: `name`, `account_number`, and so on. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** From `iat` to `exp`; 300 unless told, at most 3600: longer is refused with `lifetime_too_long`. */
  readonly lifetimeSeconds?: number;
};

export type EnvelopeMinter = { mint(envelope: Envelope): Promise<string> };

/**
 * Mints what the Implicit Flow carries through the browser: a JWT (RFC 7519) signed by the brand,
 * and nested in a JWE where the connection demands it.
 */
export function createEnvelopeMinter(
  options: EnvelopeOptions,
  now: () => Date = () => new Date(),
): EnvelopeMinter {
  const algorithm = options.algorithm ?? 'RS256';
  return {
    async mint({ subject, nonce, claims = {}, lifetimeSeconds = 300 }) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const signed = await new SignJWT({ ...claims, nonce })
        .setProtectedHeader({ alg: algorithm, kid: options.keyId, typ: 'JWT' })
        .setIssuer(options.issuer)
        .setSubject(subject)
        .setAudience(options.audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .setJti(crypto.randomUUID())
        .sign(await importJWK(options.privateKey, algorithm));
      return options.encryptTo ? encrypt(signed, await options.encryptTo()) : signed;
    },
  };
}

async function encrypt(signed: string, key: JWK): Promise<string> {
  const alg = key.alg ?? (key.kty === 'RSA' ? 'RSA-OAEP-256' : 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg,
      enc: 'A256GCM',
      cty: 'JWT',
      ...(key.kid === undefined ? {} : { kid: key.kid }),
    })
    .encrypt(await importJWK(key, alg));
}

/** A JWKS of public keys, for the brand's `jwks_uri`. Private members never get into it. */
export function jwksOf(keys: readonly JWK[]): { keys: JWK[] } {
  const published = ['kty', 'kid', 'alg', 'use', 'n', 'e', 'crv', 'x', 'y'];
  return {
    keys: keys.map(
      (key) => Object.fromEntries(Object.entries(key).filter(([name]) => published.includes(name))) as JWK,
    ),
  };
}
