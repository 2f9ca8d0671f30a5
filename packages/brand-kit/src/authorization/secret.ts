import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits nobody can guess, as 43 letters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Compares without telling by its time how much was right. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
