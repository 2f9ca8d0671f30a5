import { compactDecrypt, importJWK, type JWK } from 'jose';
import { accepted, type Outcome, refused, reject } from '../rejection.js';
import type { Compact } from './form.js';

const MANAGEMENT = ['RSA-OAEP-256', 'ECDH-ES'];
const CONTENT = ['A128CBC-HS256', 'A256GCM'];

/**
 * Opens the outer half of a nested token (sign, then encrypt) with one of the brand's encryption keys.
 * RFC 7519, section 11.2; the content type must say JWT: RFC 7519, section 5.2.
 */
export async function decrypt({ parts, header }: Compact, keys: readonly JWK[]): Promise<Outcome<string>> {
  if (!MANAGEMENT.includes(header.alg))
    return refused(reject('algorithm_not_allowed', MANAGEMENT, header.alg));
  if (!CONTENT.includes(header.enc ?? ''))
    return refused(reject('algorithm_not_allowed', CONTENT, header.enc));
  if (header.cty?.toUpperCase() !== 'JWT') return refused(reject('type_not_allowed', 'JWT', header.cty));
  const candidates = keys.filter(({ kid }) => header.kid === undefined || kid === header.kid);
  for (const jwk of candidates) {
    const inner = await openWith(jwk, parts.join('.'));
    if (inner !== undefined) return accepted(inner);
  }
  return refused(reject('decryption_failed'));
}

async function openWith(jwk: JWK, token: string): Promise<string | undefined> {
  try {
    const key = await importJWK(jwk, jwk.alg ?? 'RSA-OAEP-256');
    const options = { keyManagementAlgorithms: MANAGEMENT, contentEncryptionAlgorithms: CONTENT };
    const { plaintext } = await compactDecrypt(token, key, options);
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    return undefined;
  }
}
