import { compactVerify, importJWK, type JWK } from 'jose';
import type { Algorithm } from '../policy.js';
import { accepted, type Outcome, refused, reject } from '../rejection.js';

/** The payload's text, once the signature holds. RFC 7515, section 5.2. */
export async function verifySignature(token: string, jwk: JWK, algorithm: string): Promise<Outcome<string>> {
  try {
    const { alg: _, ...bare } = jwk;
    const key = await importJWK(bare, algorithm);
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm as Algorithm] });
    return accepted(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return refused(reject('signature_invalid'));
  }
}
