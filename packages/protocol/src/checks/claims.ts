import { idTokenClaims } from '@countersign/claims';
import { isRelaxed } from '../policy.js';
import { reject } from '../rejection.js';
import type { Payload, QuickCheck } from './check.js';

const withoutAudience = idTokenClaims.partial({ aud: true });

export const claims: QuickCheck<Payload> = {
  name: 'claims',
  sentence: 'The claims an ID token needs are there, each of its type.',
  clause: 'OpenID Connect Core 1.0, section 2',
  run: ({ members, policy }) => {
    const form = isRelaxed(policy, 'audience') ? withoutAudience : idTokenClaims;
    const parsed = form.safeParse(members);
    if (parsed.success) return undefined;
    const names = parsed.error.issues.map(({ path }) => String(path[0] ?? 'the payload'));
    return reject(
      'claims_malformed',
      'the claims of an ID token',
      `wrong: ${[...new Set(names)].join(', ')}`,
    );
  },
};
