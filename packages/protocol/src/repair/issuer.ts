import { type Circumstances, claimOf, type Repair } from './circumstances.js';
import { quoted } from './words.js';

/** In what two spellings differ, where it is little enough to be overlooked. */
export function difference(expected: string, seen: string): string | undefined {
  if (seen === `${expected}/`) return 'has a slash at the end; the connection’s issuer has none';
  if (expected === `${seen}/`) return 'lacks the slash at the end that the connection’s issuer has';
  if (seen.trim() === expected) return 'has a blank around it';
  if (seen.toLowerCase() === expected.toLowerCase()) return 'differs in capital letters';
  if (seen.replace(/^https?:/, '') === expected.replace(/^https?:/, ''))
    return 'differs in `http` and `https`';
  if (seen === expected.replace(/^https?:\/\//, '')) return 'lacks the scheme';
  if (!URL.canParse(seen) || !URL.canParse(expected)) return undefined;
  const [one, other] = [new URL(seen), new URL(expected)];
  if (one.host === other.host) return 'has another path';
  return one.hostname === other.hostname ? 'has another port' : undefined;
}

const exactly = 'Issuers are compared letter by letter:';

/** `iss` is another spelling, or another issuer: which of the two, and what to change. */
export const repairIssuer: Repair = (circumstances: Circumstances) => {
  const { policy, around } = circumstances;
  const seen = claimOf(circumstances, 'iss');
  const expected = policy.issuer.url;
  if (typeof seen !== 'string') return undefined;
  const little = difference(expected, seen);
  if (little) return `\`iss\` ${little}. ${exactly} put ${quoted(expected)} into the token.`;
  const other = around.otherConnections?.find(({ issuer }) => issuer === seen);
  if (other)
    return `${quoted(seen)} is the issuer of the connection ${quoted(other.key)}; this one trusts ${quoted(expected)}.`;
  return `${exactly} the token is of ${quoted(seen)}, the connection trusts ${quoted(expected)}. Change whichever is wrong.`;
};
