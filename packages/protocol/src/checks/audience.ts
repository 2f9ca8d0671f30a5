import { isRelaxed } from '../policy.js';
import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const audience: Check = {
  name: 'audience',
  sentence: 'The token was minted for this client and for no one else.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 3',
  run: ({ claims, policy }) => {
    if (!Object.hasOwn(claims, 'aud') && isRelaxed(policy, 'audience')) return undefined;
    const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
    if (!audiences.includes(policy.audience)) return reject('audience_mismatch', policy.audience, claims.aud);
    return audiences.length === 1 ? undefined : reject('audience_untrusted', policy.audience, claims.aud);
  },
};
