import { randomBytes } from 'node:crypto';
import type { Offline } from './profile.js';

const day = 24 * 60 * 60;

/** As a brand's own server does it: for clients that are registered for it, one use each, until the logout. */
export const plainOffline: Offline = {
  newToken: () => randomBytes(32).toString('base64url'),
  due: (_login, client) => client?.refreshTokens === true,
  rotates: true,
  endsWithSession: true,
  idleSeconds: 30 * day,
  testingSeconds: 30 * day,
  basicScopes: new Set(['openid', 'email', 'profile']),
  mostPerPersonAndClient: 100,
  spelled: (scope) => [...new Set(scope.split(' ').filter(Boolean))],
  refusals: {
    dead: { status: 400, error: 'invalid_grant', description: 'The refresh token was used, or has ended.' },
    unknown: { status: 400, error: 'invalid_grant', description: 'There is no such refresh token.' },
    scope: { status: 400, error: 'invalid_scope', description: 'More than was granted.' },
  },
};
