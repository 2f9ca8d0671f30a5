import { halfHash } from '../half-hash.js';
import type { TokenParts } from '../profile.js';

const order = [
  'iss',
  'azp',
  'aud',
  'sub',
  'hd',
  'email',
  'email_verified',
  'at_hash',
  'c_hash',
  'nonce',
  'name',
  'picture',
  'given_name',
  'family_name',
  'iat',
  'exp',
];

/** The members Google puts in, in its order, and no others: no `auth_time`, no `acr`. */
export function idToken({ signed, accessToken, code }: TokenParts): Record<string, unknown> {
  const members: Record<string, unknown> = {
    ...signed,
    azp: signed['aud'],
    at_hash: accessToken && halfHash(accessToken),
    c_hash: code && halfHash(code),
  };
  return Object.fromEntries(
    order.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]),
  );
}
