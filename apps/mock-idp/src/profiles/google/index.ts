import { randomBytes, randomInt } from 'node:crypto';
import type { Profile } from '../profile.js';
import { judgeAuthorization, translate } from './authorization.js';
import { failure, success } from './callback.js';
import { discovery } from './discovery.js';
import { idToken } from './id-token.js';
import { keyHeaders } from './key-headers.js';
import { expanded } from './scopes.js';
import { judgeToken, reword } from './token-request.js';
import { userinfo, userinfoRefused } from './userinfo.js';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const lettersAndDigits = (length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('');

/** Answers as Google does, row by row, and looks like itself. */
export const google: Profile = {
  name: 'google',
  routes: {
    authorization: '/o/oauth2/v2/auth',
    token: '/token',
    userinfo: '/v1/userinfo',
    jwks: '/oauth2/v3/certs',
    revocation: '/revoke',
    error: '/signin/oauth/error/v2',
  },
  prompts: ['consent', 'select_account'],
  pkce: 'optional',
  consent: 'ask',
  accessTokenSeconds: 3599,
  codePrefix: '4/0A',
  accessTokenPrefix: 'ya29.',
  codeLength: 69,
  accessTokenLength: 200,
  newSubject: () => `1${digits(20)}`,
  newClientId: () => `${randomInt(1e11, 9e11)}-${lettersAndDigits(32)}.apps.googleusercontent.com`,
  newClientSecret: () => `GOCSPX-${randomBytes(21).toString('base64url')}`,
  discovery,
  discoveryHeaders: {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=3600',
  },
  keyHeaders,
  judgeAuthorization,
  translate,
  judgeToken,
  reword,
  idToken,
  tokens: ({ access_token, expires_in, scope, id_token }) => ({
    access_token,
    expires_in,
    scope: expanded(scope),
    token_type: 'Bearer',
    ...(id_token ? { id_token } : {}),
  }),
  userinfo,
  userinfoRefused,
  success,
  failure,
};
