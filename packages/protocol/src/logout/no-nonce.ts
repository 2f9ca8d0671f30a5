import type { Payload, QuickCheck } from '../checks/check.js';
import { reject } from '../rejection.js';

export const noNonce: QuickCheck<Payload> = {
  name: 'no-nonce',
  sentence: 'The token has no nonce: with one it could be taken for an ID token.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.6',
  run: ({ members }) =>
    members !== undefined && Object.hasOwn(members, 'nonce')
      ? reject('type_not_allowed', 'no nonce', 'present')
      : undefined,
};
