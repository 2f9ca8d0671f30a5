import { randomBytes, randomInt } from 'node:crypto';
import { plainOffline } from './offline.js';
import {
  plainClients,
  plainDiscovery,
  plainFailure,
  plainIdToken,
  plainResponseTypes,
  plainRoutes,
  plainSuccess,
  plainTokens,
} from './plain.js';
import type { Profile } from './profile.js';

/** A brand's own authorization server: plain OpenID Connect, its own claims, and codes by back channel. */
export const brand: Profile = {
  name: 'brand',
  routes: { ...plainRoutes, backchannelCode: '/backchannel/code' },
  responseTypes: plainResponseTypes,
  claimsInIdToken: 'always',
  claimsParameter: false,
  prompts: ['login', 'consent', 'select_account'],
  pkce: 'required',
  consent: 'given',
  accessTokenSeconds: 3600,
  codePrefix: '',
  accessTokenPrefix: '',
  codeLength: 43,
  accessTokenLength: 43,
  newSubject: () => `cust-${randomInt(1e7, 9e7)}`,
  newClientId: () => `client-${randomBytes(8).toString('hex')}`,
  newClientSecret: () => randomBytes(24).toString('base64url'),
  discovery: plainDiscovery,
  discoveryHeaders: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
  keyHeaders: () => ({ 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' }),
  judgeClient: plainClients,
  /** Everything the brand knows about the person. */
  idToken: (parts) => ({ ...plainIdToken(parts), ...parts.extra }),
  tokens: plainTokens,
  offline: plainOffline,
  userinfo: (claims, extra) => ({ ...claims, ...extra }),
  success: plainSuccess,
  failure: plainFailure,
};
