import { type Circumstances, claimOf, type Repair } from './circumstances.js';
import { quoted } from './words.js';

const bare = (text: string) => text.replace(/\/+$/, '').toLowerCase();

/** One value that is not the connection's audience, and what it is instead. */
function strangerIs(value: string, { policy, around }: Circumstances): string | undefined {
  const { audience, issuer } = policy;
  if (around.loginClientIds?.includes(value)) return 'the brand site’s client id';
  const other = around.otherConnections?.find((one) => one.audience === value);
  if (other)
    return `the audience of the connection ${quoted(other.key)}, and this is ${quoted(policy.connection)}`;
  if (value === issuer.url || issuer.aliases.includes(value)) return 'the issuer itself';
  if (bare(value) === bare(audience)) return 'almost it: a slash at the end, or capital letters, differ';
  return audience.startsWith(`${bare(value)}/`)
    ? 'the address of the service, not of the connection'
    : undefined;
}

/** `aud` names somebody else: who, and what to put there. */
export const repairAudience: Repair = (circumstances) => {
  const { policy, reason } = circumstances;
  const what = policy.flow === 'code' ? 'the chat client’s id' : 'the address of the connection';
  const put = `put ${what} here: ${quoted(policy.audience)}.`;
  const seen = [claimOf(circumstances, 'aud')].flat().filter((one) => typeof one === 'string');
  if (reason === 'audience_untrusted')
    return `\`aud\` names ${seen.length} parties. Mint a token for the chat alone: ${put}`;
  for (const value of seen) {
    const known = strangerIs(value, circumstances);
    if (known) return `\`aud\` is ${known}; ${put}`;
  }
  const fallback = policy.flow === 'code' ? 'another client’s' : 'somebody else’s';
  return seen.length > 0 ? `\`aud\` is ${fallback}; ${put}` : `\`aud\` is missing; ${put}`;
};
