import { hashOf, newSecret } from '../common/secrets.js';

const LIFETIME_MS = 10 * 60_000;

/** What the client holds, and what is stored of it. */
export type SessionToken = { readonly token: string; readonly hash: string; readonly expiresAt: Date };

export function newToken(now: Date): SessionToken {
  const token = newSecret();
  return { token, hash: hashOf(token), expiresAt: new Date(now.getTime() + LIFETIME_MS) };
}
