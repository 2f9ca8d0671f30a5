import { createHash } from 'node:crypto';

/** The left half of the hash, base64url. OpenID Connect Core 1.0, section 3.1.3.6. */
export const halfHash = (value: string): string =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');
