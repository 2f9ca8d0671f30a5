import { randomUUID } from 'node:crypto';
import { brand } from './brand.js';
import { plainDiscovery, plainIdToken, plainRoutes } from './plain.js';
import type { Profile } from './profile.js';

const standard = ['sub', 'name', 'given_name', 'family_name', 'picture', 'email', 'email_verified'];

const only = (claims: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => claims[name] !== undefined).map((name) => [name, claims[name]]));

/**
 * OpenID Connect by the letter: standard members, standard errors, claims where a scope brings them. PKCE is up to each
 * client; nothing is known of the person that the standard has no name for.
 */
export const strict: Profile = {
  ...brand,
  name: 'strict',
  routes: plainRoutes,
  claimsInIdToken: 'standard',
  claimsParameter: true,
  pkce: 'optional',
  consent: 'ask',
  newSubject: () => randomUUID(),
  discovery: (issuer) => ({
    ...plainDiscovery(issuer),
    claims_parameter_supported: true,
    claims_supported: [
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'auth_time',
      'at_hash',
      'c_hash',
      'sid',
      ...standard,
    ],
  }),
  idToken: (parts) => {
    const { hd: _, ...claims } = plainIdToken(parts);
    return claims;
  },
  userinfo: (claims) => only(claims, standard),
};
