import { randomBytes, randomInt } from 'node:crypto';
import type { Profile } from '../profile.js';
import { aliases } from './aliases.js';
import { judgeAuthorization, translate } from './authorization.js';
import { failure, successWith } from './callback.js';
import { judgeClient, judgePerson } from './clients.js';
import { deviceFlow } from './device.js';
import { discovery, responseTypes } from './discovery.js';
import { idToken } from './id-token.js';
import { keyHeaders } from './key-headers.js';
import { offline } from './offline.js';
import { moreScopes } from './scopes.js';
import { tokenInfo } from './token-info.js';
import { judgeToken, reword } from './token-request.js';
import { tokens } from './tokens.js';
import { userinfo, userinfoDoors, userinfoRefused } from './userinfo.js';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const lettersAndDigits = (length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('');

/** Where Google has changed its mind, or nobody outside knows what it does today. */
export type GoogleSwitches = {
  readonly name: string;
  /** Whether a code comes with `iss`. */
  readonly issInCallback: boolean;
  /** Whether discovery says so (`authorization_response_iss_parameter_supported`). */
  readonly issAdvertised: boolean;
};

/** Answers as Google does, row by row, and looks like itself. */
export const makeGoogle = ({ name, issInCallback, issAdvertised }: GoogleSwitches): Profile => ({
  name,
  routes: {
    authorization: '/o/oauth2/v2/auth',
    token: '/token',
    userinfo: '/v1/userinfo',
    jwks: '/oauth2/v3/certs',
    revocation: '/revoke',
    error: '/signin/oauth/error/v2',
    certificates: '/oauth2/v1/certs',
    tokenInfo: '/tokeninfo',
    deviceCode: '/device/code',
    devicePage: '/device',
    aliases,
  },
  moreScopes,
  responseTypes,
  claimsInIdToken: 'always',
  claimsParameter: false,
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
  discovery: (issuer) => ({
    ...discovery(issuer),
    ...(issAdvertised ? { authorization_response_iss_parameter_supported: true } : {}),
  }),
  discoveryHeaders: {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=3600',
  },
  keyHeaders,
  judgeClient,
  judgePerson,
  judgeAuthorization,
  translate,
  judgeToken,
  reword,
  idToken,
  tokens,
  offline,
  deviceFlow,
  tokenInfo,
  userinfo,
  userinfoDoors,
  userinfoWithoutOpenId: true,
  userinfoRefused,
  success: successWith(issInCallback),
  failure,
});

/** Today: `iss` is sent, and discovery does not speak of it. */
export const google = makeGoogle({ name: 'google', issInCallback: true, issAdvertised: false });

/** Before `iss` came. */
export const google2025 = makeGoogle({ name: 'google-2025', issInCallback: false, issAdvertised: false });
