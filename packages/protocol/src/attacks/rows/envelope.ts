import { type Change, foundBy } from '../attack.js';
import { finished, outer, outerAfter } from '../changes.js';
import { nothing } from '../signers.js';

const required = foundBy('encryption', 'encryption_required');
const refused = foundBy('encryption', 'encryption_refused', 'sealed');
const demanding = (encryption: 'required' | 'refused'): Change => ({ rules: { encryption } });
const stretched: Change = { ...demanding('refused'), finished: (token) => `${token}..` };

/** Tokens that are encrypted where they must not be, or not where they must. */
const wanted = {
  'not-encrypted': required(
    'the connection demands that nobody on the way can read it',
    demanding('required'),
  ),
  'not-encrypted-and-not-signed': required('neither seal nor signature', {
    ...demanding('required'),
    header: (header) => ({ ...header, alg: 'none' }),
    signWith: nothing,
  }),
  'said-to-be-encrypted': required('a header that speaks of an encryption there is not', {
    ...demanding('required'),
    header: (header) => ({ ...header, enc: 'A256GCM', cty: 'JWT' }),
  }),
  'encrypted-unasked': refused(
    'a connection that refuses encryption is not made to decrypt',
    demanding('refused'),
  ),
  'agreed-upon-unasked': foundBy(
    'encryption',
    'encryption_refused',
    'sealed-ecdh',
  )('nor to agree upon a key with a stranger', demanding('refused')),
  'stretched-to-five-parts': foundBy('encryption', 'encryption_refused')(
    'a signed token that is counted as an envelope',
    stretched,
  ),
};

const pointing = foundBy('envelope', 'header_forbidden', 'sealed');
const byAlgorithm = foundBy('envelope', 'algorithm_not_allowed', 'sealed');
const byContent = foundBy('envelope', 'type_not_allowed', 'sealed');
const url = 'https://attacker.example/keys';

/** Envelopes that are sealed in a way nobody published, or that point somewhere. */
const sealing = {
  compressed: pointing('a few bytes that grow to gigabytes', outerAfter({ zip: 'DEF' })),
  'compressed-in-some-other-way': pointing('a compression nobody knows', outerAfter({ zip: 'GZIP' })),
  'envelope-key-by-url': pointing('the envelope says where its key lies', outer({ jku: url })),
  'envelope-key-inside': pointing('the envelope brings a key', outer({ jwk: { kty: 'oct', k: 'AAAA' } })),
  'envelope-certificate-by-url': pointing(
    'the envelope says where its certificate lies',
    outer({ x5u: url }),
  ),
  'envelope-certificate-inside': pointing('the envelope brings a certificate', outer({ x5c: ['MIIB'] })),
  'envelope-critical-extension': pointing(
    'an extension nobody knows is declared critical',
    outerAfter({ crit: ['cty'] }),
  ),
  'padding-oracle': byAlgorithm(
    'a way of wrapping keys that leaks them bit by bit',
    outerAfter({ alg: 'RSA1_5' }),
  ),
  'oaep-with-sha-1': byAlgorithm('the older digest of the same scheme', outerAfter({ alg: 'RSA-OAEP' })),
  'shared-secret': byAlgorithm('a key both sides would have to know', outerAfter({ alg: 'dir' })),
  'wrapped-by-password': byAlgorithm(
    'a password, stretched as often as the sender likes: minutes of work for one token',
    outerAfter({ alg: 'PBES2-HS256+A128KW', p2s: 'AAAA', p2c: 2_000_000_000 }),
  ),
  'wrapped-by-secret': byAlgorithm('a symmetric key wraps the key', outerAfter({ alg: 'A128KW' })),
  'agreed-and-wrapped': foundBy(
    'envelope',
    'algorithm_not_allowed',
    'sealed-ecdh',
  )('an agreement followed by a wrapping nobody published', outer({ alg: 'ECDH-ES+A128KW' })),
  'sealed-with-none': byAlgorithm('no key management at all', outerAfter({ alg: 'none' })),
  'sealed-by-signature': byAlgorithm(
    'the name of a signature where a seal belongs',
    outerAfter({ alg: 'RS256' }),
  ),
  'five-parts-of-a-signed-token': foundBy('envelope', 'algorithm_not_allowed')(
    'a signed token with two empty parts behind it',
    finished((token) => `${token}..`),
  ),
  'content-cipher-not-listed': byAlgorithm('a cipher nobody chose', outer({ enc: 'A192GCM' })),
  'content-cipher-stronger': byAlgorithm('stronger is not listed either', outer({ enc: 'A256CBC-HS512' })),
  'content-cipher-without-tag': byAlgorithm('a cipher that proves nothing', outerAfter({ enc: 'A128CBC' })),
  'content-cipher-unsaid': byAlgorithm('what is not said is guessed by some', outerAfter({ enc: undefined })),
  'content-type-unsaid': byContent('what is inside is not said to be a token', outer({ cty: undefined })),
  'content-type-of-text': byContent('what is inside is said to be text', outer({ cty: 'text/plain' })),
  'content-type-of-an-access-token': byContent(
    'what is inside is said to be for somebody else',
    outer({ cty: 'at+jwt' }),
  ),
};

const typed = (why: string, ...types: readonly string[]) =>
  byContent(why, ...types.map((typ) => outer({ typ })));

/** Good envelopes that call themselves something else than what they hold. */
const types = {
  'envelope-of-an-access-token': typed(
    'an ID token sorted as an access token',
    'at+jwt',
    'application/at+jwt',
  ),
  'envelope-of-a-logout-token': typed('an ID token sorted as a logout token', 'logout+jwt', 'secevent+jwt'),
};

export const envelopeAttacks = { ...wanted, ...sealing, ...types };
