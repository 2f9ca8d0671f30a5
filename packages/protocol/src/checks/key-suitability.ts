import type { JWK } from 'jose';
import type { JoseHeader } from '../envelope/header.js';
import { keyFits } from '../envelope/key.js';
import { type Rejection, reject } from '../rejection.js';
import type { Keyed, QuickCheck } from './check.js';

/** The public parts of a key that say what it may be used for. */
const described = ({ kty, crv, alg, use }: JWK): string =>
  [kty, crv, alg, use].filter((part) => typeof part === 'string').join(' ');

const unsuitable = ({ alg }: JoseHeader, key: JWK | undefined): Rejection =>
  reject('key_unsuitable', `a strong public key for ${alg}`, key ? described(key) : 'no key');

export const keySuitability: QuickCheck<Keyed> = {
  name: 'key-suitability',
  sentence: 'The key is of the kind, size and use the header says, and strong enough.',
  clause: 'RFC 8725, section 3.4',
  run: ({ header, meant: [key] }) => (key && keyFits(key, header) ? undefined : unsuitable(header, key)),
};
