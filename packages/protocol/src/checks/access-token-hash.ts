import { reject } from '../rejection.js';
import type { Check } from './check.js';
import { halfHash } from './half-hash.js';

export const accessTokenHash: Check = {
  name: 'access-token-hash',
  sentence: 'The access token is the one the ID token was issued with, where it says so.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.8',
  run: async ({ header, claims, accessToken }) => {
    if (claims.at_hash === undefined || accessToken === undefined) return undefined;
    const fits = claims.at_hash === (await halfHash(accessToken, header.alg));
    return fits ? undefined : reject('access_token_hash_mismatch');
  },
};
