import type { Attack } from './attack.js';
import { editPart, encode, flip } from './edit.js';

/** Signatures that are none, or another's. */
export const signatureAttacks = {
  'algorithm-none': {
    why: 'the header says that no signature is needed',
    expect: 'algorithm_not_allowed',
    check: 'algorithm',
    header: (header) => ({ ...header, alg: 'none' }),
    signWith: 'nothing',
  },
  'algorithm-none-in-capitals': {
    why: 'the same, for a comparison that minds capitals on one side only',
    expect: 'algorithm_not_allowed',
    check: 'algorithm',
    header: (header) => ({ ...header, alg: 'nOnE' }),
    signWith: 'nothing',
  },
  'public-key-as-secret': {
    why: 'the published key, which everybody has, is used as the secret of an HMAC',
    expect: 'algorithm_not_allowed',
    check: 'algorithm',
    header: (header) => ({ ...header, alg: 'HS256' }),
    signWith: 'public-key-as-secret',
  },
  'algorithm-not-listed': {
    why: 'a genuine algorithm that this connection does not allow',
    expect: 'algorithm_not_allowed',
    check: 'algorithm',
    header: (header) => ({ ...header, alg: 'RS512' }),
  },
  'unpublished-key': {
    why: 'the signature is genuine, but by a key the issuer never published',
    expect: 'signature_invalid',
    check: 'signature',
    signWith: 'unpublished-key',
  },
  'no-signature': {
    why: 'the signature is left empty while the header promises one',
    expect: 'signature_invalid',
    check: 'signature',
    signWith: 'nothing',
  },
  'one-bit-of-the-signature': {
    why: 'a signature that is almost right',
    expect: 'signature_invalid',
    check: 'signature',
    signed: (token) => editPart(token, 2, flip),
  },
  'one-byte-of-the-payload': {
    why: 'the subject is changed after the issuer has signed',
    expect: 'signature_invalid',
    check: 'signature',
    signed: (token) => editPart(token, 1, flip),
  },
  'another-payload': {
    why: 'the signature of one token is put under the claims of another',
    expect: 'signature_invalid',
    check: 'signature',
    signed: (token) => editPart(token, 1, () => encode('{"sub":"somebody-else"}')),
  },
} satisfies Record<string, Attack>;
