import { toBase64url } from '../bytes.js';

const digests: Record<string, string> = {
  RS256: 'SHA-256',
  PS256: 'SHA-256',
  ES256: 'SHA-256',
  EdDSA: 'SHA-512',
};

/** The left half of the digest the signature algorithm uses, base64url. OpenID Connect Core 1.0, section 3.1.3.6. */
export async function halfHash(value: string, algorithm: string): Promise<string> {
  const digest = await crypto.subtle.digest(digests[algorithm] ?? 'SHA-256', new TextEncoder().encode(value));
  return toBase64url(new Uint8Array(digest.slice(0, digest.byteLength / 2)));
}
