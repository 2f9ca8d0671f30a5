import { z } from 'zod';
import type { Authority } from './authority.js';
import { grant } from './grant.js';
import { type Refusal, refuse } from './refusal.js';
import { newSecret, sameSecret, sha256 } from './secret.js';
import { hasSignedOut } from './signed-out.js';

const issuedCode = grant.extend({
  redirectUri: z.string(),
  nonce: z.string().optional(),
  challenge: z.string(),
  expiresAt: z.number(),
});
export type IssuedCode = z.infer<typeof issuedCode>;

export const keyOfCode = (code: string): string => `code:${sha256(code)}`;
const keyOfReplay = (codeKey: string): string => `replayed:${codeKey}`;

/** A code good for one use, by one client, for one challenge. */
export async function issueCode(
  { store, lifetimes, now }: Authority,
  what: Omit<IssuedCode, 'issuedAt' | 'expiresAt'>,
): Promise<string> {
  const code = newSecret();
  const issuedAt = now().getTime();
  const expiresAt = issuedAt + lifetimes.codeSeconds * 1_000;
  // Remembered as long as what it was swapped for lives: a second use can then take that back.
  const rememberedUntil = new Date(expiresAt + lifetimes.accessTokenSeconds * 1_000);
  await store.put(keyOfCode(code), { ...what, issuedAt, expiresAt }, rememberedUntil);
  return code;
}

export type Presented = {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
};

/** Used up by whoever shows it first, right or wrong. RFC 6749, section 4.1.3; RFC 7636, section 4.6. */
export async function takeCode(authority: Authority, presented: Presented): Promise<IssuedCode | Refusal> {
  const { store, now, lifetimes, onReplay } = authority;
  const key = keyOfCode(presented.code);
  const used = await store.use(key);
  const known = issuedCode.safeParse(used?.record);
  if (!used || !known.success) return refuse('invalid_grant', 'The code is not known, or too old.');
  const { data: code } = known;
  if (used.before > 0) {
    const until = new Date(now().getTime() + lifetimes.accessTokenSeconds * 1_000);
    await store.put(keyOfReplay(key), {}, until);
    onReplay({ clientId: code.clientId, subject: code.subject });
    return refuse('invalid_grant', 'The code was used before.');
  }
  if (code.expiresAt <= now().getTime()) return refuse('invalid_grant', 'The code is not known, or too old.');
  if (code.clientId !== presented.clientId)
    return refuse('invalid_grant', 'The code was issued to another client.');
  if (code.redirectUri !== presented.redirectUri)
    return refuse('invalid_grant', 'Expected the redirect_uri that the code was issued for.');
  if (!sameSecret(sha256(presented.verifier), code.challenge))
    return refuse('invalid_grant', 'The code_verifier does not belong to the code.');
  if (await hasSignedOut(authority, code))
    return refuse('invalid_grant', 'The customer has signed out meanwhile.');
  return code;
}

/** Whether somebody showed the code again, so that nothing it was swapped for may count. RFC 6749, section 4.1.2. */
export const wasReplayed = async ({ store }: Authority, codeKey: string): Promise<boolean> =>
  (await store.get(keyOfReplay(codeKey))) !== undefined;
