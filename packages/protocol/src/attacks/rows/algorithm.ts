import { type Change, foundBy } from '../attack.js';
import { said } from '../changes.js';
import { encode } from '../edit.js';
import { genuine, hmac, nothing, type Signer, sha512 } from '../signers.js';

const row = foundBy('algorithm', 'algorithm_not_allowed');
const as = (alg: string, signWith?: Signer, kid?: string): Change => ({
  header: (header) => ({ ...header, alg, ...(kid === undefined ? {} : { kid }) }),
  ...(signWith ? { signWith } : {}),
});
const by = (alg: 'PS256' | 'ES256' | 'EdDSA', kid: string): Change => as(alg, genuine[alg], kid);

/** Algorithms the connection does not allow, each with a signature as good as it can be. */
export const algorithmAttacks = {
  'algorithm-none': row(
    'the header says that no signature is needed, in every spelling',
    ...['none', 'None', 'NONE', 'nOnE', 'nonE', ' none', 'none\0'].map((alg) => as(alg, nothing)),
  ),
  'algorithm-none-and-a-signature': row('no signature is needed, and one is there', as('none')),
  'algorithm-none-in-an-envelope': foundBy(
    'algorithm',
    'algorithm_not_allowed',
    'sealed',
  )('anybody has the encryption key: encryption alone proves nothing', as('none', nothing)),
  'algorithm-of-nothing': row('an empty name', as('', nothing)),
  'public-key-as-secret': row(
    'the published key, which everybody has, is the secret of an HMAC',
    as(
      'HS256',
      hmac('SHA-256', ({ publishedAsText }) => publishedAsText),
    ),
  ),
  'public-key-as-secret-in-json': row(
    'the same with the key as it is published',
    as(
      'HS256',
      hmac('SHA-256', ({ published }) => JSON.stringify(published[0])),
    ),
  ),
  'modulus-as-secret': row(
    'the same with its modulus alone',
    as(
      'HS256',
      hmac('SHA-256', ({ published }) => published[0]?.n ?? ''),
    ),
  ),
  'nothing-as-secret': row(
    'an HMAC under an empty secret',
    as(
      'HS256',
      hmac('SHA-256', () => ''),
    ),
  ),
  'key-id-as-secret': row(
    'an HMAC under the name of the key',
    as(
      'HS256',
      hmac('SHA-256', () => 'rsa-1'),
    ),
  ),
  'another-digest-of-an-hmac': row(
    'an HMAC by a digest that fewer lists name',
    as(
      'HS512',
      hmac('SHA-512', ({ publishedAsText }) => publishedAsText),
    ),
  ),
  'genuine-by-another-digest': row(
    'a genuine signature of an algorithm that is not listed',
    as('RS512', sha512),
  ),
  'genuine-ps256': row(
    'the issuer publishes the key, the connection does not allow the scheme',
    by('PS256', 'pss-1'),
  ),
  'genuine-es256': row('the same for a curve', by('ES256', 'curve-1')),
  'genuine-eddsa': row('and for the other', by('EdDSA', 'edwards-1')),
  'listed-elsewhere': foundBy(
    'algorithm',
    'algorithm_not_allowed',
    'signed-es256',
  )('what most connections allow is not allowed by this one', as('RS256', genuine['RS256'], 'rsa-1')),
  'algorithm-in-other-letters': row('a name is what it is, letter by letter', as('rs256'), as('Rs256')),
  'algorithm-with-a-blank': row('a comparison that trims would let it pass', as('RS256 '), as(' RS256')),
  'algorithm-of-a-prototype': row(
    'a name that every object has',
    as('constructor'),
    as('__proto__'),
    as('toString'),
  ),
  'algorithm-of-an-envelope': row('key management where a signature belongs', as('RSA-OAEP-256')),
  'algorithm-of-another-curve': row('a curve nobody here uses', as('ES256K')),
  'algorithm-swapped-afterwards': row('the header is exchanged after the signature was made', {
    finished: (token) => [encode('{"alg":"PS256","kid":"rsa-1"}'), ...token.split('.').slice(1)].join('.'),
  }),
  'listed-by-a-list': row('two names in one', said({ alg: 'RS256,none' })),
};
