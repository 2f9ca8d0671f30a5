import { randomBytes } from 'node:crypto';
import type { Offline } from '../profile.js';
import { shortened } from './scopes.js';

const day = 24 * 60 * 60;

/** Six months unused, a week for what is not published, a hundred for each person and client. */
export const offline: Offline = {
  newToken: () => `1//0${randomBytes(72).toString('base64url')}`,
  due: ({ offline: asked, consentShown }) => asked && consentShown,
  rotates: false,
  endsWithSession: false,
  idleSeconds: 183 * day,
  testingSeconds: 7 * day,
  basicScopes: new Set(['openid', 'email', 'profile']),
  mostPerPersonAndClient: 100,
  spelled: shortened,
  refusals: {
    dead: { status: 400, error: 'invalid_grant', description: 'Token has been expired or revoked.' },
    unknown: { status: 400, error: 'invalid_grant', description: 'Bad Request' },
    scope: { status: 400, error: 'invalid_scope', description: 'Bad Request' },
  },
};
