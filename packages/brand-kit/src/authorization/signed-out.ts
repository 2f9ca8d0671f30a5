import { z } from 'zod';
import type { Authority } from './authority.js';
import type { Grant } from './grant.js';
import { sha256 } from './secret.js';

/** Everywhere (`subject` alone), or in one of the brand's sessions. */
export type SignedOut = { readonly subject: string; readonly sid?: string };

const record = z.object({ at: z.number() });
const keyOf = ({ subject, sid }: SignedOut) => `signed-out:${sha256(JSON.stringify([subject, sid ?? null]))}`;

/** From now on nothing counts that was issued before. Remembered as long as such a thing can live. */
export async function rememberSignOut(authority: Authority, who: SignedOut): Promise<void> {
  const { store, now, lifetimes } = authority;
  const at = now().getTime();
  const longest = Math.max(lifetimes.codeSeconds, lifetimes.accessTokenSeconds);
  await store.put(keyOf(who), { at }, new Date(at + longest * 1_000));
}

export async function hasSignedOut(
  { store }: Authority,
  { subject, sid, issuedAt }: Grant,
): Promise<boolean> {
  const keys = [keyOf({ subject }), ...(sid === undefined ? [] : [keyOf({ subject, sid })])];
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.some((one) => {
    const known = record.safeParse(one);
    return known.success && issuedAt <= known.data.at;
  });
}
