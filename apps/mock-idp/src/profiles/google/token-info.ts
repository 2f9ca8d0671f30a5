import type { AccessTokenFacts, TokenInfo } from '../profile.js';
import { expanded } from './scopes.js';

const asStrings = (members: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const emailOf = ({ scope, person: { email, emailVerified } }: AccessTokenFacts) =>
  email !== undefined && scope.split(' ').includes('email') ? { email, email_verified: emailVerified } : {};

/** Every value a string, whatever it is elsewhere. */
export const tokenInfo: TokenInfo = {
  idToken: (claims, { alg, kid, typ }) => asStrings({ ...claims, alg, kid, typ }),
  accessToken: (facts) =>
    asStrings({
      azp: facts.clientId,
      aud: facts.clientId,
      sub: facts.subject,
      scope: expanded(facts.scope),
      exp: facts.exp,
      expires_in: facts.expiresIn,
      ...emailOf(facts),
      access_type: facts.offline ? 'offline' : 'online',
    }),
  refused: { status: 400, error: 'invalid_token', description: 'Invalid Value' },
};
