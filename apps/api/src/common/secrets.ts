import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret with 256 bits of its own: no salt is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
