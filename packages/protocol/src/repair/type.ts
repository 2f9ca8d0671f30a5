import { claimOf, headerOf, type Repair } from './circumstances.js';
import { quoted } from './words.js';

const kinds: ReadonlyMap<string, string> = new Map([
  ['at+jwt', 'an access token'],
  ['application/at+jwt', 'an access token'],
  ['logout+jwt', 'a logout token'],
  ['secevent+jwt', 'a security event token'],
]);

/** A token of another kind, by its name where it has one. */
export const repairType: Repair = (circumstances) => {
  const typ = headerOf(circumstances, 'typ');
  const kind = typeof typ === 'string' ? kinds.get(typ.toLowerCase()) : undefined;
  if (kind) return `This is ${kind}. Hand in the ID token.`;
  if (headerOf(circumstances, 'enc') !== undefined && headerOf(circumstances, 'cty') !== 'JWT')
    return 'Say `cty`: `JWT` in the header of the envelope, since what it holds is a token.';
  if (claimOf(circumstances, 'events') !== undefined)
    return 'A token with `events` tells of a logout or another event. Hand in the ID token.';
  return typ === undefined ? undefined : `Leave out \`typ\`, or say \`JWT\` instead of ${quoted(typ)}.`;
};
