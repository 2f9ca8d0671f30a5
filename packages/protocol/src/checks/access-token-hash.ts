import { type Rejection, reject } from '../rejection.js';
import type { Check } from './check.js';
import { halfHash } from './half-hash.js';

export const accessTokenHash: Check = {
  name: 'access-token-hash',
  sentence: 'The access token is the one the ID token was issued with, where it says so.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.8',
  run: ({ header, claims: { at_hash }, accessToken }) =>
    at_hash === undefined || accessToken === undefined
      ? undefined
      : compare(at_hash, accessToken, header.alg),
};

const compare = async (
  hash: string,
  accessToken: string,
  algorithm: string,
): Promise<Rejection | undefined> =>
  hash === (await halfHash(accessToken, algorithm))
    ? undefined
    : reject('access_token_hash_mismatch', 'the hash of this access token', 'another hash');
