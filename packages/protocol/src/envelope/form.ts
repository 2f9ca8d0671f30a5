import { fromBase64url, isCanonicalBase64url } from '../bytes.js';
import { parseObject } from '../json.js';
import { accepted, type Outcome, refused, reject } from '../rejection.js';
import { type JoseHeader, joseHeader } from './header.js';

export const PROOF_LIMIT_BYTES = 16_384;

/** A compact serialisation taken apart, nothing believed yet. Three parts: a JWS; five: a JWE. */
export type Compact = { readonly parts: readonly string[]; readonly header: JoseHeader };

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function decodeText(part: string): string | undefined {
  try {
    return utf8.decode(fromBase64url(part));
  } catch {
    return undefined;
  }
}

/** Size, number of parts, canonical base64url, and a header that is an object. RFC 7515, section 7.1; RFC 7516, section 7.1. */
export function readCompact(token: string): Outcome<Compact> {
  if (token.length > PROOF_LIMIT_BYTES) return refused(reject('proof_too_large'));
  const parts = token.split('.');
  if (parts.length !== 3 && parts.length !== 5) return refused(reject('proof_malformed'));
  if (!parts.every(isCanonicalBase64url)) return refused(reject('proof_malformed'));
  const header = joseHeader.safeParse(parseObject(decodeText(parts[0] ?? '') ?? ''));
  if (!header.success) return refused(reject('proof_malformed'));
  return accepted({ parts, header: header.data });
}
