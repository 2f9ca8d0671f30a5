import { CompactEncrypt, importJWK } from 'jose';
import type { SigningKey } from '../../keys/index.js';
import type { Fault, IdToken } from '../fault.js';
import {
  signedAs,
  signedWithPss,
  signedWithPublicKey,
  text,
  unsigned,
  withHeader,
  without,
} from '../forge.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes stay, their spelling does not: the last digit of an RS256 signature has four bits to spare. */
function respelled({ compact }: IdToken): string {
  const last = digits.indexOf(compact.at(-1) ?? 'A');
  return `${compact.slice(0, -1)}${digits[last + 1]}`;
}

function broken({ compact }: IdToken): string {
  const at = compact.lastIndexOf('.') + 10;
  return `${compact.slice(0, at)}${compact[at] === 'A' ? 'B' : 'A'}${compact.slice(at + 1)}`;
}

async function encryptedFor({ compact }: IdToken, { kty, n, e, kid }: SigningKey): Promise<string> {
  const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid };
  const key = await importJWK({ kty, n, e }, 'RSA-OAEP-256');
  return new CompactEncrypt(new TextEncoder().encode(compact)).setProtectedHeader(header).encrypt(key);
}

const publicJwk = ({ kty, n, e }: SigningKey) => ({ kty, n, e });

/** Who signed, with what, and whether it is a signed token at all. */
export const signatures = {
  'signature-broken': {
    why: 'one byte of the signature was changed: whoever skips the signature believes anybody',
    expect: 'signature_invalid',
    at: 'id-token',
    forge: broken,
  },
  'signature-of-a-stranger': {
    why: 'a genuine RS256 signature under the name of the published key, by a key that was never published',
    expect: 'signature_invalid',
    at: 'id-token',
    forge: async ({ header, claims, ring }) => signedAs(header, text(claims), await ring.unpublished()),
  },
  'claims-changed-after-signing': {
    why: 'the name was changed and the signature kept: decoding is not verifying',
    expect: 'signature_invalid',
    at: 'id-token',
    forge: ({ compact, claims }) => {
      const [header, , signature] = compact.split('.');
      return [
        header,
        Buffer.from(text({ ...claims, name: 'Mallory' })).toString('base64url'),
        signature,
      ].join('.');
    },
  },
  'key-unknown': {
    why: 'the key it names is published nowhere: a verifier looks once more, then refuses',
    expect: 'key_unknown',
    at: 'id-token',
    forge: async ({ header, claims, ring }) => {
      const key = await ring.unpublished();
      return signedAs({ ...header, kid: key.kid }, text(claims), key);
    },
  },
  'kid-missing': {
    why: 'several keys are published and the token does not say which: guessing is no rule',
    expect: 'key_id_missing',
    at: 'id-token',
    forge: withHeader((header) => without(header, 'kid')),
  },
  'algorithm-none': {
    why: 'the oldest forgery: a token that says it needs no signature',
    expect: 'algorithm_not_allowed',
    at: 'id-token',
    forge: ({ header, claims }) => unsigned({ ...header, alg: 'none' }, text(claims)),
  },
  'hs256-with-the-public-key': {
    why: 'an HMAC keyed with the public key: who lets the header choose the algorithm verifies it',
    expect: 'algorithm_not_allowed',
    at: 'id-token',
    forge: ({ header, claims, key }) => signedWithPublicKey({ ...header, alg: 'HS256' }, text(claims), key),
  },
  'another-padding': {
    why: 'PS256 by the very key that is published for RS256: the algorithm is agreed, not offered',
    expect: 'algorithm_not_allowed',
    at: 'id-token',
    forge: ({ header, claims, key }) => signedWithPss({ ...header, alg: 'PS256' }, text(claims), key),
  },
  'algorithm-of-another-key': {
    why: 'the header says ES256 and names an RSA key: header and key have to agree',
    expect: 'algorithm_not_allowed',
    at: 'id-token',
    forge: withHeader((header) => ({ ...header, alg: 'ES256' })),
  },
  'header-jku': {
    why: 'the header says where its key lies: who follows it lets the forger bring the judge',
    expect: 'header_forbidden',
    at: 'id-token',
    forge: withHeader((header, { issuer }) => ({ ...header, jku: `${issuer}/not-the-keys` })),
  },
  'header-jwk': {
    why: 'the header brings its own key, and the signature fits it',
    expect: 'header_forbidden',
    at: 'id-token',
    forge: async ({ header, claims, ring }) => {
      const key = await ring.unpublished();
      return signedAs({ ...header, jwk: publicJwk(key) }, text(claims), key);
    },
  },
  'header-crit': {
    why: 'the header demands an extension that nobody knows: RFC 7515 wants it refused, not ignored',
    expect: 'header_forbidden',
    at: 'id-token',
    forge: withHeader((header) => ({ ...header, crit: ['exp'], exp: 0 })),
  },
  'access-token-as-id-token': {
    why: 'typ says at+jwt: a token that opens an API does not say who somebody is',
    expect: 'type_not_allowed',
    at: 'id-token',
    forge: withHeader((header) => ({ ...header, typ: 'at+jwt' })),
  },
  'typ-missing': {
    why: 'tokens of some years ago had no typ: nothing is wrong with them',
    expect: 'verified',
    at: 'id-token',
    forge: withHeader((header) => without(header, 'typ')),
  },
  'jwe-unasked': {
    why: 'encrypted although nobody registered for it: Google never does, so it is not from Google',
    expect: 'encryption_refused',
    at: 'id-token',
    forge: (token) => encryptedFor(token, token.key),
  },
  'jwe-for-another-key': {
    why: 'encrypted to a key that is not the reader’s: a mix-up of recipients',
    expect: 'decryption_failed',
    needs: 'encryption',
    at: 'id-token',
    forge: async (token) => encryptedFor(token, await token.ring.unpublished()),
  },
  truncated: {
    why: 'the last part is gone: cookies and logs cut long tokens',
    expect: 'proof_malformed',
    at: 'id-token',
    forge: ({ compact }) => compact.slice(0, compact.lastIndexOf('.')),
  },
  'base64url-not-canonical': {
    why: 'another spelling of the same bytes: it verifies, and slips by a list of used tokens',
    expect: 'proof_malformed',
    at: 'id-token',
    forge: respelled,
  },
  'base64url-padded': {
    why: 'padding is no part of base64url: one token, two spellings',
    expect: 'proof_malformed',
    at: 'id-token',
    forge: ({ compact }) => `${compact}==`,
  },
  'token-huge': {
    why: 'a genuine token of more than 16 KiB: what is larger than any cookie is not read',
    expect: 'proof_too_large',
    at: 'id-token',
    forge: ({ header, claims, key }) => signedAs(header, text({ ...claims, note: 'x'.repeat(20_000) }), key),
  },
} satisfies Record<string, Fault>;
