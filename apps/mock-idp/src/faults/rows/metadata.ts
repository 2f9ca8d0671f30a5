import { answerOf, changed, withBody } from '../answer.js';
import type { Fault, Members } from '../fault.js';
import { signedAs, text, without } from '../forge.js';

const later = { 'retry-after': '30' };

/** In a JWK Set; where the keys come as certificates there is nothing to write it into. */
const keysChanged = (change: (key: Members) => readonly Members[]) =>
  changed((set) => {
    const keys = set['keys'];
    return Array.isArray(keys) ? { ...set, keys: keys.flatMap(change) } : set;
  });

/** Keys and discovery: asked by nobody in particular, and kept by clients for a while. */
export const metadata = {
  'keys-down-while-cached': {
    why: '503 with Retry-After while the client still has a set: a little old is better than none',
    expect: 'verified',
    needs: 'cached-metadata',
    at: 'keys',
    bend: () => answerOf(503, { error: 'temporarily_unavailable' }, later),
  },
  'keys-throttled-while-cached': {
    why: '429 with Retry-After: a client that asks too often must live on what it has',
    expect: 'verified',
    needs: 'cached-metadata',
    at: 'keys',
    bend: () => answerOf(429, { error: 'rate_limit_exceeded' }, later),
  },
  'keys-unreachable': {
    why: 'no key, no verdict: the signature is not to be skipped',
    expect: 'keys_unavailable',
    at: 'keys',
    wire: 'drop',
  },
  'keys-slow': {
    why: 'nobody is proven while the keys do not come, and nobody should wait for long',
    expect: 'keys_unavailable',
    at: 'keys',
    wire: 'delay',
    delayMs: 30_000,
  },
  'keys-not-json': {
    why: 'a page of an outage where the keys should be',
    expect: 'keys_unavailable',
    at: 'keys',
    bend: (answer) => withBody(answer, '<!doctype html><title>Oops</title>'),
  },
  'keys-empty': {
    why: 'a set without keys verifies nothing, and does not mean that everything is verified',
    expect: 'key_unknown',
    at: 'keys',
    bend: changed((set) => (Array.isArray(set['keys']) ? { keys: [] } : {})),
  },
  'keys-for-encryption': {
    why: 'the key is published for another use',
    expect: 'key_unsuitable',
    at: 'keys',
    bend: keysChanged((key) => [{ ...key, use: 'enc' }]),
  },
  'keys-with-private-half': {
    why: 'the provider published its private key: from now on anybody signs',
    expect: 'key_unsuitable',
    at: 'keys',
    bend: keysChanged((key) => [{ ...key, d: 'AQAB' }]),
  },
  'keys-of-one-name': {
    why: 'two keys of one kid: nobody can say which was meant',
    expect: 'key_unsuitable',
    at: 'keys',
    bend: keysChanged((key) => [key, key]),
  },
  'key-turned-mid-flight': {
    why: 'signed by a key that is published only from now on: a client looks once more before it refuses',
    expect: 'verified',
    needs: 'cached-metadata',
    at: 'id-token',
    forge: async ({ header, claims, ring }) => {
      // Twice: the one that waited may be cached already.
      await ring.rotate();
      await ring.rotate();
      const key = await ring.current();
      return signedAs({ ...header, kid: key.kid }, text(claims), key);
    },
  },
  'discovery-of-another-issuer': {
    why: 'the document names another issuer than it was asked of: endpoints of an attacker',
    expect: 'issuer_mismatch',
    at: 'discovery',
    bend: changed((document) => ({ ...document, issuer: 'https://accounts.elsewhere.example' })),
  },
  'discovery-down': {
    why: 'where to ask is not known, and is not to be guessed',
    expect: 'provider_unavailable',
    at: 'discovery',
    bend: () => answerOf(503, { error: 'temporarily_unavailable' }, later),
  },
  'discovery-down-while-cached': {
    why: 'endpoints do not move by the hour: what was known still holds',
    expect: 'verified',
    needs: 'cached-metadata',
    at: 'discovery',
    bend: () => answerOf(503, { error: 'temporarily_unavailable' }, later),
  },
  'discovery-not-json': {
    why: 'a page where the document should be',
    expect: 'provider_answer_invalid',
    at: 'discovery',
    bend: (answer) => withBody(answer, '<!doctype html><title>Oops</title>'),
  },
  'discovery-without-endpoints': {
    why: 'a document without a token endpoint: a default would be a guess',
    expect: 'provider_answer_invalid',
    at: 'discovery',
    bend: changed((document) => without(document, 'token_endpoint')),
  },
  'discovery-points-inside': {
    why: 'the token endpoint is an address of the cloud’s own: a service that follows gives its secrets away',
    expect: 'address_forbidden',
    at: 'discovery',
    bend: changed((document) => ({
      ...document,
      token_endpoint: 'https://169.254.169.254/latest/meta-data',
    })),
  },
} satisfies Record<string, Fault>;
